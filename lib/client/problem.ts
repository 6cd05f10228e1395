import type { components } from "./schema";

type Problem = components["schemas"]["Problem"];

/** A refusal of the API, as an error. Programs decide by `code`; `message` says what happened and what to do. */
export class EcuProblem extends Error {
  override readonly name = "EcuProblem";
  readonly code: string;
  readonly status: number;
  readonly field: string | undefined;
  /** Quote it to support. */
  readonly requestId: string | undefined;

  constructor(response: Response, problem: Partial<Problem> | undefined) {
    super(problem?.detail ?? `The answer was ${response.status} ${response.statusText}`.trim());
    this.code = problem?.code ?? "unknown";
    this.status = response.status;
    this.field = problem?.field;
    this.requestId = problem?.request_id;
  }
}

/** What a call of the client answers. @throws EcuProblem when it was refused */
export async function dataOf<Data>(
  call: Promise<{ data?: Data; error?: Partial<Problem>; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined) throw new EcuProblem(response, error);
  return data;
}
