import { createHash } from "node:crypto";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { Refusal } from "@/lib/values/refusal";

/**
 * How long a request may be worked on before another one with its key takes over: longer than requests run, short enough that the callers of a
 * process that died need not wait long. One that is overtaken all the same does no harm, and both answer what was kept first.
 */
const LEASE = "8 seconds";

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
 * Answers of 500 and above are not kept.
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
  const kept = await inAccount(request.accountId, (tx) => claim(tx, request));
  if (kept) return replay(kept);
  let response: Response;
  try {
    response = await run();
  } catch (error) {
    await release(request);
    throw error;
  }
  if (response.status >= 500) {
    await release(request);
    return response;
  }
  const body = await response.text();
  const first = await keep(request, { status: response.status, body });
  return first ? replay(first) : new Response(body, { status: response.status, headers: response.headers });
}

async function claim(tx: Tx, request: KeyedRequest): Promise<KeptAnswer | null> {
  const sql = sqlOf(tx);
  const { accountId, key, route } = request;
  const hash = createHash("sha256").update(request.body).digest();
  const claimed = await sql.query(
    `INSERT INTO idempotent_requests (account_id, key, route, request_hash, locked_until)
     VALUES ($1::uuid, $2, $3, $4, now() + interval '${LEASE}') ON CONFLICT (account_id, key) DO NOTHING RETURNING key`,
    [accountId, key, route, hash],
  );
  if (claimed.length > 0) return null;
  const [known] = await sql.query<Row>(
    "SELECT route, request_hash, status, body FROM idempotent_requests WHERE account_id = $1::uuid AND key = $2",
    [accountId, key],
  );
  // It was given up between the two statements.
  if (!known) throw inProgress();
  if (known.route !== route || !hash.equals(known.request_hash)) {
    throw new Refusal(
      "idempotency_mismatch",
      "This Idempotency-Key was used for another request. Use a new key for a new request.",
    );
  }
  if (known.status !== null) return { status: Number(known.status), body: known.body ?? "" };
  const taken = await sql.query(
    `UPDATE idempotent_requests SET locked_until = now() + interval '${LEASE}'
     WHERE account_id = $1::uuid AND key = $2 AND status IS NULL AND locked_until <= now() RETURNING key`,
    [accountId, key],
  );
  if (taken.length === 0) throw inProgress();
  return null;
}

/** Keeps the answer, unless somebody who took over was faster: then that one is the answer. */
async function keep(
  { accountId, key }: KeyedRequest,
  { status, body }: KeptAnswer,
): Promise<KeptAnswer | null> {
  return inAccount(accountId, async (tx) => {
    const sql = sqlOf(tx);
    const kept = await sql.query(
      "UPDATE idempotent_requests SET status = $3::smallint, body = $4 WHERE account_id = $1::uuid AND key = $2 AND status IS NULL RETURNING key",
      [accountId, key, status, body],
    );
    if (kept.length > 0) return null;
    const [first] = await sql.query<Row>(
      "SELECT route, request_hash, status, body FROM idempotent_requests WHERE account_id = $1::uuid AND key = $2",
      [accountId, key],
    );
    return first?.status == null ? null : { status: Number(first.status), body: first.body ?? "" };
  });
}

// If this fails too, the lease ends by itself.
async function release({ accountId, key }: KeyedRequest): Promise<void> {
  await inAccount(accountId, (tx) =>
    sqlOf(tx).query(
      "DELETE FROM idempotent_requests WHERE account_id = $1::uuid AND key = $2 AND status IS NULL RETURNING key",
      [accountId, key],
    ),
  ).catch(() => undefined);
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
