import { Refusal } from "@/lib/values/refusal";
import {
  claimKey,
  type KeptAnswer,
  type KeyedRequest,
  keepAnswer,
  type Lease,
  release,
  renew,
} from "./idempotent-keys";

/** A third of a lease: one renewal may fail. */
const RENEW_MS = 3_000;

/**
 * Runs a request once for its key. The same request again gets the first answer, byte for byte, and its headers `Ecu-…` and `X-Should-Retry`; another request under
 * the key is refused; one that is being worked on answers 409. If the process that worked on it died, the next request
 * after its lease runs it again: verbs are idempotent by their business keys, so that nothing happens twice.
 * Answers of 500 and above, and those that say when to try again, are not kept.
 * @throws Refusal `idempotency_mismatch`, `request_in_progress`, `invalid_request`
 */
export async function once(request: KeyedRequest, run: () => Promise<Response>): Promise<Response> {
  if (!/^[\x21-\x7e]{1,255}$/.test(request.key)) {
    throw new Refusal(
      "invalid_request",
      "Idempotency-Key is 1 to 255 visible ASCII characters, such as a UUID.",
      [{ field: "Idempotency-Key", message: "is 1 to 255 visible ASCII characters" }],
    );
  }
  const claimed = await claimKey(request);
  if (!(claimed instanceof Date)) return replay(claimed);
  const renewal = keepRenewing(request, claimed);
  let response: Response;
  try {
    response = await run();
  } catch (error) {
    await release(request, await renewal.stop());
    throw error;
  }
  const lease = await renewal.stop();
  // What is worth trying again is not kept, or the key would be answered by it for ever.
  if (response.status >= 500 || response.status === 429 || response.headers.has("retry-after")) {
    await release(request, lease);
    return response;
  }
  const body = await response.text();
  const answer = { status: response.status, body, headers: ownHeaders(response.headers) };
  const other = await keepAnswer(request, lease, answer);
  return other ? replay(other) : new Response(body, { status: response.status, headers: response.headers });
}

/** Renews a lease for as long as its request is worked on: calls of models take minutes. What was overtaken is renewed no more. */
function keepRenewing(request: KeyedRequest, claimed: Lease): { stop(): Promise<Lease> } {
  let lease = claimed;
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(async () => {
      lease = (await renew(request, lease).catch(() => null)) ?? lease;
    });
  }, RENEW_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await last;
      return lease;
    },
  };
}

/** What an answer says of itself beside its body: of a call of a model what it cost, the row that says so, and whether it is worth trying again. */
function ownHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].filter(([name]) => name.startsWith("ecu-") || name === "x-should-retry"),
  );
}

function replay({ status, body, headers }: KeptAnswer): Response {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  return new Response(body, {
    status,
    headers: { ...headers, "content-type": type, "idempotent-replayed": "true" },
  });
}
