import { setTimeout as wait } from "node:timers/promises";
import type { RunningSandbox } from "../running-sandbox";
import { API_VERSION } from "../version";
import { authenticate } from "./authenticate";
import { StripeError } from "./errors";
import { execute } from "./execute";
import { failure, NO_ANSWER, type Outcome } from "./failure";
import { fingerprintOf, keyInUse, savedAnswer } from "./idempotency";
import type { Incoming } from "./incoming";
import type { Route } from "./route";
import { strike } from "./strike";

/** Answers one request of the API, and notes it. */
export async function answer(
  sandbox: RunningSandbox,
  route: Route | null,
  incoming: Incoming,
): Promise<Outcome> {
  const outcome = await outcomeOf(sandbox, route, incoming).catch((error: unknown) =>
    failure(error, incoming.requestId),
  );
  sandbox.calls.add({
    at: new Date().toISOString(),
    method: incoming.method,
    path: incoming.path,
    route: route?.path ?? null,
    params: incoming.input,
    idempotencyKey: incoming.key,
    requestId: incoming.requestId,
    status: outcome.status,
    replayed: outcome.original !== undefined,
    legacy: (incoming.version ?? "") < API_VERSION,
    answer: outcome.body === "" ? null : JSON.parse(outcome.body),
  });
  return outcome;
}

/** The headers that Stripe answers with. */
export function headersOf(
  { requestId, version, key }: Incoming,
  { original }: Outcome,
): Record<string, string> {
  return {
    "content-type": "application/json",
    "cache-control": "no-cache, no-store",
    "request-id": requestId,
    "stripe-version": version ?? API_VERSION,
    ...(key === null ? {} : { "idempotency-key": key }),
    ...(original === undefined ? {} : { "idempotent-replayed": "true", "original-request": original }),
  };
}

async function outcomeOf(sandbox: RunningSandbox, route: Route | null, incoming: Incoming): Promise<Outcome> {
  const { method, path } = incoming;
  authenticate(incoming.authorization, route?.publishable ?? false);
  const fault = sandbox.faults.next(method, path);
  if (fault && (await strike(fault)) === "broken") return NO_ANSWER;
  if (!route) throw unknownPath(method, path);
  const outcome = await once(sandbox, route, incoming, fault?.kind === "slow" ? fault.holdMs : 0);
  return fault?.kind === "drop_after" ? NO_ANSWER : outcome;
}

/** Carries a request out, or repeats the first answer under its key. */
async function once(
  sandbox: RunningSandbox,
  route: Route,
  incoming: Incoming,
  holdMs: number,
): Promise<Outcome> {
  const { method, path, key, input } = incoming;
  if (key === null) {
    if (holdMs > 0) await wait(holdMs);
    return execute(sandbox, route, incoming);
  }
  if (sandbox.keysInUse.has(key)) throw keyInUse(key);
  const saved = sandbox.read((tx) => savedAnswer(tx, key, fingerprintOf(method, path, input)));
  if (saved) return { status: saved.status, body: saved.body, original: saved.requestId };
  sandbox.keysInUse.add(key);
  try {
    if (holdMs > 0) await wait(holdMs);
    return execute(sandbox, route, incoming);
  } finally {
    sandbox.keysInUse.delete(key);
  }
}

function unknownPath(method: string, path: string): StripeError {
  return new StripeError(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${method}: ${path}). The sandbox knows only a part of Stripe's API.`,
  });
}
