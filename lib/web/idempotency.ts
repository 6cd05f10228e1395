import { createHash } from "node:crypto";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { Refusal } from "@/lib/values/refusal";

/**
 * How long a process that does not say that it still works on a request keeps others with its key waiting: short enough that the callers of a
 * process that died need not wait long. One that is overtaken all the same neither frees the key nor keeps an answer: the key is another's.
 */
const LEASE = "8 seconds";
const RENEW_MS = 3_000;

/** A POST that carries an Idempotency-Key. */
export interface KeyedRequest {
  accountId: string;
  key: string;
  /** Method and path. */
  route: string;
  body: Uint8Array;
}

export interface KeptAnswer {
  status: number;
  body: string;
}

/** Until when a key is one process's. It is also that process's claim: whoever takes over later has it for longer. */
type Lease = Date;

interface Row {
  route: string;
  request_hash: Uint8Array;
  status: number | null;
  body: string | null;
}

/**
 * Runs a request once for its key. The same request again gets the first answer, byte for byte; another request under
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
  const claimed = await inAccount(request.accountId, (tx) => claim(tx, request));
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
  const other = await keep(request, lease, { status: response.status, body });
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

async function renew({ accountId, key }: KeyedRequest, lease: Lease): Promise<Lease | null> {
  const [renewed] = await inAccount(accountId, (tx) =>
    sqlOf(tx).query<{ locked_until: Lease }>(
      `UPDATE idempotent_requests SET locked_until = now() + interval '${LEASE}'
       WHERE account_id = $1::uuid AND key = $2 AND status IS NULL AND locked_until = $3::timestamptz RETURNING locked_until`,
      [accountId, key, lease],
    ),
  );
  return renewed?.locked_until ?? null;
}

async function claim(tx: Tx, request: KeyedRequest): Promise<KeptAnswer | Lease> {
  const sql = sqlOf(tx);
  const { accountId, key, route } = request;
  const [claimed] = await sql.query<{ locked_until: Lease }>(
    `INSERT INTO idempotent_requests (account_id, key, route, request_hash, locked_until)
     VALUES ($1::uuid, $2, $3, $4, now() + interval '${LEASE}') ON CONFLICT (account_id, key) DO NOTHING RETURNING locked_until`,
    [accountId, key, route, hashOf(request)],
  );
  if (claimed) return claimed.locked_until;
  const known = await read(tx, request);
  // It was given up between the two statements.
  if (!known) throw inProgress();
  if (!isSame(request, known)) {
    throw new Refusal(
      "idempotency_mismatch",
      "This Idempotency-Key was used for another request. Use a new key for a new request.",
    );
  }
  if (known.status !== null) return answerIn(known, known.status);
  const [taken] = await sql.query<{ locked_until: Lease }>(
    `UPDATE idempotent_requests SET locked_until = now() + interval '${LEASE}'
     WHERE account_id = $1::uuid AND key = $2 AND status IS NULL AND locked_until <= now() RETURNING locked_until`,
    [accountId, key],
  );
  if (!taken) throw inProgress();
  return taken.locked_until;
}

/**
 * Keeps the answer, if the key is still ours. Else the answer is that of whoever took over: what they kept, or what they will keep, for which
 * the caller asks again. Theirs counts, because ours may be a refusal of what they are about to do.
 * @returns the answer to give instead; null for ours
 */
async function keep(
  request: KeyedRequest,
  lease: Lease,
  { status, body }: KeptAnswer,
): Promise<KeptAnswer | null> {
  const { accountId, key } = request;
  return inAccount(accountId, async (tx) => {
    const kept = await sqlOf(tx).query(
      `UPDATE idempotent_requests SET status = $4::smallint, body = $5
       WHERE account_id = $1::uuid AND key = $2 AND status IS NULL AND locked_until = $3::timestamptz RETURNING key`,
      [accountId, key, lease, status, body],
    );
    if (kept.length > 0) return null;
    const known = await read(tx, request);
    // Whoever took over failed, and the key is free, or another request's by now.
    if (!known || !isSame(request, known)) return null;
    if (known.status === null) throw inProgress();
    return answerIn(known, known.status);
  });
}

// If this fails too, the lease ends by itself.
async function release({ accountId, key }: KeyedRequest, lease: Lease): Promise<void> {
  await inAccount(accountId, (tx) =>
    sqlOf(tx).query(
      `DELETE FROM idempotent_requests
       WHERE account_id = $1::uuid AND key = $2 AND status IS NULL AND locked_until = $3::timestamptz RETURNING key`,
      [accountId, key, lease],
    ),
  ).catch(() => undefined);
}

async function read(tx: Tx, { accountId, key }: KeyedRequest): Promise<Row | undefined> {
  const [row] = await sqlOf(tx).query<Row>(
    "SELECT route, request_hash, status, body FROM idempotent_requests WHERE account_id = $1::uuid AND key = $2",
    [accountId, key],
  );
  return row;
}

function isSame(request: KeyedRequest, { route, request_hash: hash }: Row): boolean {
  return route === request.route && hashOf(request).equals(hash);
}

function hashOf({ body }: KeyedRequest): Buffer {
  return createHash("sha256").update(body).digest();
}

function answerIn({ body }: Row, status: number): KeptAnswer {
  return { status: Number(status), body: body ?? "" };
}

function replay({ status, body }: KeptAnswer): Response {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  return new Response(body, { status, headers: { "content-type": type, "idempotent-replayed": "true" } });
}

function inProgress(): Refusal {
  return new Refusal(
    "request_in_progress",
    "A request with this Idempotency-Key is being worked on. Try again in a second.",
    [],
    1,
  );
}
