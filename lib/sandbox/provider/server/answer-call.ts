import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import type { z } from "zod";
import type { Fault } from "../control/faults";
import type { ProviderSandbox } from "../sandbox";
import { authenticate } from "./authenticate";
import { Connection } from "./connection";
import { Failure } from "./failure";

export type Env = { Bindings: HttpBindings };

/** A call that was let in. */
export interface Call<Body> {
  sandbox: ProviderSandbox;
  key: string;
  body: Body;
  connection: Connection;
  fault: Fault | null;
}

const LONGEST_MS = 600_000;

/** Lets a call in, reads it, and answers it; where a fault was asked for, that strikes first. */
export async function answerCall<S extends z.ZodType>(
  sandbox: ProviderSandbox,
  c: Context<Env>,
  schema: S,
  answer: (call: Call<z.output<S>>) => Promise<void>,
): Promise<Response> {
  const connection = new Connection(c.env.outgoing);
  try {
    const json: unknown = await c.req.json().catch(() => undefined);
    const entry = await letIn(sandbox, c, connection, modelIn(json));
    if (entry === "struck") return RESPONSE_ALREADY_SENT;
    if (json === undefined) throw new Failure(400, null, "The body of the request is not JSON.");
    const read = schema.safeParse(json);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new Failure(400, null, issue?.message ?? "It cannot be read.", issue?.path.join(".") ?? null);
    }
    await answer({ ...entry, sandbox, connection, body: read.data });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    sendFailure(connection, error);
  }
  return RESPONSE_ALREADY_SENT;
}

/** Answers a call that has no body. */
export async function answerLookUp(
  sandbox: ProviderSandbox,
  c: Context<Env>,
  find: (key: string) => Response | Promise<Response>,
): Promise<Response> {
  const connection = new Connection(c.env.outgoing);
  try {
    const entry = await letIn(sandbox, c, connection, null);
    return entry === "struck" ? RESPONSE_ALREADY_SENT : await find(entry.key);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    sendFailure(connection, error);
    return RESPONSE_ALREADY_SENT;
  }
}

/** Whose call it is, and what is to go wrong with it; or that it went wrong already. */
async function letIn(
  sandbox: ProviderSandbox,
  c: Context<Env>,
  connection: Connection,
  model: string | null,
): Promise<{ key: string; fault: Fault | null } | "struck"> {
  const key = authenticate(c.req.header("authorization"), sandbox.apiKey);
  const fault = sandbox.faults.next(c.req.method, c.req.path, model);
  return fault && (await strikes(fault, connection)) ? "struck" : { key, fault };
}

function sendFailure(connection: Connection, { status, body }: Failure): void {
  const more: Record<string, string> = status === 429 ? { "retry-after": "1" } : {};
  connection.begin(status, { "content-type": "application/json", ...more });
  connection.end(JSON.stringify(body));
}

/** Whether the fault has ended the call. */
async function strikes({ kind, ms }: Fault, connection: Connection): Promise<boolean> {
  if (kind === "500") throw new Failure(500, null, "The server had an error while it processed the request.");
  if (kind === "429")
    throw new Failure(429, "rate_limit_exceeded", "There are too many requests at the moment.");
  if (kind === "401") throw new Failure(401, "invalid_api_key", "The API key is no longer valid.");
  if (kind !== "timeout" && kind !== "drop_before") return false;
  if (kind === "timeout") await connection.wait(ms ?? LONGEST_MS);
  connection.break();
  return true;
}

function modelIn(json: unknown): string | null {
  const model = typeof json === "object" && json !== null && "model" in json ? json.model : null;
  return typeof model === "string" ? model : null;
}
