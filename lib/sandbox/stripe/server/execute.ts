import { z } from "zod";
import type { RunningSandbox } from "../running-sandbox";
import type { Tx } from "../tx";
import { API_VERSION } from "../version";
import { CardError, StripeError } from "./errors";
import { expandAnswer } from "./expand";
import { failure, type Outcome } from "./failure";
import { fingerprintOf } from "./idempotency";
import type { Incoming } from "./incoming";
import { parse } from "./parse";
import type { Route } from "./route";

const expandSchema = z.object({ expand: z.array(z.string()).max(20).optional() });

/**
 * Carries a request out. What it changed, its events and the answer under its idempotency key are written down as one.
 * Parameters that are refused leave no answer behind, so that the key can be used for the corrected request.
 */
export function execute(sandbox: RunningSandbox, route: Route, incoming: Incoming): Outcome {
  const { input, requestId, key, version } = incoming;
  const { expand = [] } = parse(expandSchema, input);
  const { expand: _, ...rest } = input;
  const params = parse(route.schema, rest) as never;
  const call = { path: incoming.names, params, expand, legacy: (version ?? "") < API_VERSION };
  const origin = { requestId, idempotencyKey: key };
  try {
    return sandbox.transact((tx) => {
      const outcome = attempt(
        () => expandAnswer(tx, route.run(tx, call), expand, sandbox.includes),
        requestId,
      );
      return save(tx, incoming, outcome);
    }, origin);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    // Refused by the work itself: nothing stays but the answer.
    return sandbox.transact((tx) => save(tx, incoming, failure(error, requestId)), origin);
  }
}

/** A declined card is an outcome like another: the failed attempt stays. */
function attempt(run: () => object, requestId: string): Outcome {
  try {
    return { status: 200, body: JSON.stringify(run(), null, 2) };
  } catch (error) {
    if (error instanceof CardError) return failure(error, requestId);
    throw error;
  }
}

function save(tx: Tx, { method, path, input, key, requestId }: Incoming, outcome: Outcome): Outcome {
  if (key === null || outcome.status === null) return outcome;
  const fingerprint = fingerprintOf(method, path, input);
  tx.remember("_key", key, {
    key,
    fingerprint,
    requestId,
    status: outcome.status,
    body: outcome.body,
    at: tx.now,
  });
  return outcome;
}
