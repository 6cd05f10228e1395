import { createHash } from "node:crypto";
import { together } from "@/lib/db/together";
import { inAccount, sqlOf, type Tx, writeInAccounts } from "@/lib/db/transaction";
import { Refusal } from "@/lib/values/refusal";

/**
 * How long a process that does not say that it still works on a request keeps others with its key waiting: short enough that the callers of a
 * process that died need not wait long. One that is overtaken all the same neither frees the key nor keeps an answer: the key is another's.
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
  headers: Readonly<Record<string, string>>;
}

/** Until when a key is one process's. It is also that process's claim: whoever takes over later has it for longer. */
export type Lease = Date;

interface Row {
  route: string;
  request_hash: Uint8Array;
  status: number | null;
  body: string | null;
  headers: Record<string, string> | null;
}

export async function renew({ accountId, key }: KeyedRequest, lease: Lease): Promise<Lease | null> {
  const [renewed] = await inAccount(accountId, (tx) =>
    sqlOf(tx).query<{ locked_until: Lease }>(
      `UPDATE idempotent_requests SET locked_until = now() + interval '${LEASE}'
       WHERE account_id = $1::uuid AND key = $2 AND status IS NULL AND locked_until = $3::timestamptz RETURNING locked_until`,
      [accountId, key, lease],
    ),
  );
  return renewed?.locked_until ?? null;
}

/**
 * Makes a key this process's, for as long as its lease lasts.
 * @returns what was answered, where that was kept
 * @throws Refusal `idempotency_mismatch`, `request_in_progress`
 */
export async function claimKey(request: KeyedRequest): Promise<KeptAnswer | Lease> {
  return (await claimNew(request)) ?? inAccount(request.accountId, (tx) => claim(tx, request));
}

/**
 * Keeps the answer, if the key is still ours. Else the answer is that of whoever took over: what they kept, or what they will keep, for which
 * the caller asks again. Theirs counts, because ours may be a refusal of what they are about to do.
 * @returns the answer to give instead; null for ours
 * @throws Refusal `request_in_progress`
 */
export async function keepAnswer(
  request: KeyedRequest,
  lease: Lease,
  answer: KeptAnswer,
): Promise<KeptAnswer | null> {
  return (await keepOwn({ request, lease, answer })) ? null : keep(request, lease, answer);
}

/** More than these do not share a commit. */
const MOST = 100;

/** Claims the keys that nobody has used, many with one commit; null for all others, and where that failed: those are looked at one by one. */
const claimNew = together(async (requests: KeyedRequest[]): Promise<(Lease | null)[]> => {
  // In one order in all processes, or two that share keys would wait for each other.
  const fresh = inOrder([...new Map(requests.map((request) => [nameOf(request), request])).values()]);
  const claimed = await writeInAccounts(accountsOf(fresh), (sql) =>
    sql.query<{ account_id: string; key: string; locked_until: Lease }>(
      `INSERT INTO idempotent_requests (account_id, key, route, request_hash, locked_until)
       SELECT *, now() + interval '${LEASE}' FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[])
       ON CONFLICT (account_id, key) DO NOTHING RETURNING account_id, key, locked_until`,
      [
        fresh.map(({ accountId }) => accountId),
        fresh.map(({ key }) => key),
        fresh.map(({ route }) => route),
        fresh.map(hashOf),
      ],
    ),
  ).catch(() => []);
  const leases = new Map(claimed.map((row) => [`${row.account_id} ${row.key}`, row.locked_until]));
  const isFirst = new Set(fresh);
  return requests.map((request) => {
    const lease = isFirst.delete(request) ? leases.get(nameOf(request)) : undefined;
    return lease ?? null;
  });
}, MOST);

interface Kept {
  request: KeyedRequest;
  lease: Lease;
  answer: KeptAnswer;
}

/** Keeps the answers whose keys are still ours, many with one commit. False for all others, and where that failed. */
const keepOwn = together(async (kept: Kept[]): Promise<boolean[]> => {
  const requests = kept.map(({ request }) => request);
  const done = await writeInAccounts(accountsOf(requests), (sql) =>
    sql.query<{ account_id: string; key: string; locked_until: Lease }>(
      `WITH own AS (
         SELECT i.account_id, i.key, k.status, k.body, k.headers FROM idempotent_requests i
         JOIN unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::smallint[], $5::text[], $6::jsonb[])
           AS k (account_id, key, locked_until, status, body, headers) USING (account_id, key, locked_until)
         WHERE i.status IS NULL ORDER BY i.account_id, i.key FOR UPDATE OF i)
       UPDATE idempotent_requests i SET status = own.status, body = own.body, headers = own.headers FROM own
       WHERE i.account_id = own.account_id AND i.key = own.key RETURNING i.account_id, i.key, i.locked_until`,
      [
        requests.map(({ accountId }) => accountId),
        requests.map(({ key }) => key),
        kept.map(({ lease }) => lease),
        kept.map(({ answer }) => answer.status),
        kept.map(({ answer }) => answer.body),
        kept.map(({ answer }) => headersOf(answer)),
      ],
    ),
  ).catch(() => []);
  const own = new Set(done.map((row) => `${row.account_id} ${row.key} ${row.locked_until.getTime()}`));
  return kept.map(({ request, lease }) => own.has(`${nameOf(request)} ${lease.getTime()}`));
}, MOST);

function nameOf({ accountId, key }: KeyedRequest): string {
  return `${accountId} ${key}`;
}

function inOrder(requests: KeyedRequest[]): KeyedRequest[] {
  const named = requests.map((request) => ({ name: nameOf(request), request }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ request }) => request);
}

function accountsOf(requests: readonly KeyedRequest[]): string[] {
  return [...new Set(requests.map(({ accountId }) => accountId))];
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

async function keep(request: KeyedRequest, lease: Lease, answer: KeptAnswer): Promise<KeptAnswer | null> {
  const { accountId, key } = request;
  return inAccount(accountId, async (tx) => {
    const kept = await sqlOf(tx).query(
      `UPDATE idempotent_requests SET status = $4::smallint, body = $5, headers = $6::jsonb
       WHERE account_id = $1::uuid AND key = $2 AND status IS NULL AND locked_until = $3::timestamptz RETURNING key`,
      [accountId, key, lease, answer.status, answer.body, headersOf(answer)],
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
export async function release({ accountId, key }: KeyedRequest, lease: Lease): Promise<void> {
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
    "SELECT route, request_hash, status, body, headers FROM idempotent_requests WHERE account_id = $1::uuid AND key = $2",
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

function answerIn({ body, headers }: Row, status: number): KeptAnswer {
  return { status: Number(status), body: body ?? "", headers: headers ?? {} };
}

/** As JSON; null for an answer that has none of its own, as nearly all. */
function headersOf({ headers }: KeptAnswer): string | null {
  return Object.keys(headers).length > 0 ? JSON.stringify(headers) : null;
}

function inProgress(): Refusal {
  return new Refusal(
    "request_in_progress",
    "A request with this Idempotency-Key is being worked on. Try again in a second.",
    [],
    1,
  );
}
