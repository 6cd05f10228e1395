/** An answer that was a refusal or a fault, with what people and support need of it. */
export class FetchFault extends Error {
  override readonly name = "FetchFault";

  constructor(
    message: string,
    readonly status: number,
    readonly requestId: string | undefined,
  ) {
    super(message);
  }
}

/**
 * Reads JSON from one of the console's own routes, by the session.
 * @throws FetchFault with the sentence of the problem document, and its request id.
 */
export async function fetchJson<Body>(path: string, signal?: AbortSignal): Promise<Body> {
  const { body } = await fetchPage<Body>(path, signal);
  return body;
}

/** The same, with the headers that say where a list goes on. */
export async function fetchPage<Body>(
  path: string,
  signal?: AbortSignal,
): Promise<{ body: Body; headers: Headers }> {
  const response = await fetch(path, {
    headers: { accept: "application/json" },
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new FetchFault(
      "The server could not be reached. Check the connection and try again.",
      0,
      undefined,
    );
  });
  if (response.ok) return { body: (await response.json()) as Body, headers: response.headers };
  const problem = (await response.json().catch(() => null)) as {
    detail?: string;
    request_id?: string;
  } | null;
  throw new FetchFault(
    problem?.detail ?? `The server answered ${response.status}. Try again in a moment.`,
    response.status,
    problem?.request_id ?? response.headers.get("request-id") ?? undefined,
  );
}
