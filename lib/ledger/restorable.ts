import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import type { Unit } from "@/lib/values/ids";
import { max, type Nano, nano, ZERO } from "@/lib/values/money";
import {
  type Debt,
  paidOff,
  type Part,
  type Payoff,
  placesFor,
  restoresOf,
  type Room,
} from "./rules/restores";
import { backOf, MONEY_BACK } from "./statements/money-back";
import type { Lot } from "./types";

/** The rows of one wallet that are given back. */
export interface Taken {
  accountId: string;
  unit: Unit;
  seqs: readonly bigint[];
}

/**
 * Where a refund of some rows puts credit back: the grants that they were taken from, and those that have paid off since what they owed, the last taken
 * first. Locks the wallet until the transaction ends: what is posted meanwhile would change the answer.
 */
export async function restorableWithin(tx: Tx, { accountId, unit, seqs }: Taken): Promise<Lot[]> {
  const sql = sqlOf(tx);
  const wallet = [accountId, unit];
  await sql.query(LOCK, wallet);
  const rows = [...wallet, seqs.map(String)];
  const burned = (await sql.query<PartRow>(BURNED, rows)).map(partOf);
  const debts = (await sql.query<DebtRow>(DEBTS, rows)).map(debtOf);
  const parts = [...(await paidOffOf(sql, wallet, debts)), ...burned];
  const nos = [...new Set(parts.flatMap(({ no }) => no ?? []))];
  const rooms = (await sql.query<RoomRow>(ROOMS, [...wallet, nos])).map(roomOf);
  const { lots, missing } = restoresOf({ parts, rooms: new Map(rooms.map((room) => [room.no, room])) });
  if (missing === ZERO) return lots;
  const others = (await sql.query<RoomRow>(OTHERS, rows)).map(roomOf);
  const [inDebts] = await sql.query<{ amount: string }>(RETURNED, rows);
  return placesFor({ missing, others, returned: max(ZERO, nano(BigInt(inDebts?.amount ?? "0"))) }, lots);
}

/** Without the grants that have expired: what an operator gives back would be lost there at once. */
export function withoutExpired(lots: readonly Lot[], now: Date): Lot[] {
  return lots.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
}

async function paidOffOf(sql: Sql, wallet: readonly unknown[], debts: readonly Debt[]): Promise<Part[]> {
  const [first, last] = [debts[0]?.seq, debts.at(-1)?.seq];
  if (first === undefined || last === undefined) return [];
  return paidOff(debts, (await sql.query<PayoffRow>(PAYOFFS, [...wallet, first, last])).map(payoffOf));
}

interface PartRow {
  no: number;
  amount: string;
}

function partOf({ no, amount }: PartRow): Part {
  return { no, amount: nano(BigInt(amount)) };
}

interface DebtRow {
  seq: bigint;
  owed: string;
  owed_before: string;
}

function debtOf({ seq, owed, owed_before: owedBefore }: DebtRow): Debt {
  return { seq, owed: nano(BigInt(owed)), owedBefore: nano(BigInt(owedBefore)) };
}

interface PayoffRow {
  seq: bigint;
  amount: string;
  no: number | null;
}

function payoffOf({ seq, amount, no }: PayoffRow): Payoff {
  return { seq, amount: nano(BigInt(amount)), no };
}

interface RoomRow {
  no: number;
  paid: Nano;
  expires_at: Date | null;
  room: string;
  used: string;
}

function roomOf({ no, paid, expires_at: expiresAt, room, used }: RoomRow): Room {
  const [gone, ofUse] = [nano(BigInt(room)), nano(BigInt(used))];
  return { no, paid: paid > 0n, expiresAt, room: max(ZERO, gone), used: max(ZERO, ofUse) };
}

const LOCK = "SELECT seq FROM wallets WHERE account_id = $1::uuid AND unit = $2::wallet_unit FOR UPDATE";

const OF = "t.account_id = $1::uuid AND t.unit = $2::wallet_unit";
const ROWS = `${OF} AND t.seq = ANY ($3::bigint[]) AND t.amount < 0`;

const BURNED = `
SELECT (change.value ->> 0)::int AS no, (-sum((change.value ->> 1)::numeric))::text AS amount
FROM transactions t, jsonb_array_elements(t.lots) WITH ORDINALITY AS change (value, place)
WHERE ${ROWS} GROUP BY 1 ORDER BY max(t.seq) DESC, max(change.place) DESC`;

// Debt is what stands below zero.
const DEBTS = `
SELECT t.seq, (least(t.balance_before, 0)::numeric - t.balance_after)::text AS owed, (-least(t.balance_before, 0)::numeric)::text AS owed_before
FROM transactions t WHERE ${ROWS} AND t.balance_after < 0 ORDER BY t.unit, t.seq`;

// Up to the row that left nothing owed: by then the last of the debts was paid. No spend adds credit, and an index leaves them out.
const PAYOFFS = `
SELECT t.seq, (least(t.balance_after, 0)::numeric - t.balance_before)::text AS amount, g.no
FROM transactions t LEFT JOIN grants g ON g.account_id = t.account_id AND g.unit = t.unit AND g.granted_seq = t.seq
WHERE ${OF} AND t.seq > $3::bigint AND t.amount > 0 AND t.balance_before < 0 AND t.type <> 'spend'
  AND t.seq <= coalesce((SELECT e.seq FROM transactions e WHERE e.account_id = $1::uuid AND e.unit = $2::wallet_unit
    AND e.seq > $4::bigint AND e.balance_after >= 0 ORDER BY e.unit, e.seq LIMIT 1), ${Number.MAX_SAFE_INTEGER})
ORDER BY t.unit, t.seq`;

// What came into a grant is what its row put there, and the debt that its row paid.
const GRANTS = `
SELECT g.no, g.paid, g.expires_at, least(t.balance_after, 0)::numeric - least(t.balance_before, 0)
    + coalesce((SELECT (c ->> 1)::numeric FROM jsonb_array_elements(t.lots) AS c WHERE (c ->> 0)::int = g.no), 0)
    - coalesce((SELECT (l ->> 'remaining')::numeric FROM jsonb_array_elements(w.lots) AS l WHERE (l ->> 'no')::int = g.no), 0)
    + CASE WHEN g.expires_at IS NULL THEN 0 ELSE coalesce((SELECT sum(e.amount) FROM transactions e WHERE e.account_id = g.account_id AND e.unit = g.unit
        AND e.type = 'expiry' AND e.type <> 'spend' AND e.ref_type = 'grant' AND e.ref_id = g.no::text), 0) END AS room
FROM wallets w JOIN grants g ON g.account_id = w.account_id AND g.unit = w.unit
JOIN transactions t ON t.account_id = g.account_id AND t.unit = g.unit AND t.seq = g.granted_seq
WHERE w.account_id = $1::uuid AND w.unit = $2::wallet_unit`;

const ROOMS = `SELECT no, paid, expires_at, room::text, room::text AS used FROM (${GRANTS} AND g.no = ANY ($3::int[])) g`;

// The rows that are given back are left out: they are about to come back.
const BACK = backOf("t.seq <> ALL ($3::bigint[])");

// What went back as money was not used. The newest first: they paid what was owed lately.
const OTHERS = `
SELECT g.no, g.paid, g.expires_at, g.room::text, (g.room - greatest(m.back, 0))::text AS used
FROM (${GRANTS}) g LEFT JOIN (${BACK}) m ON m.no = g.no
WHERE g.room > 0 AND (g.expires_at IS NULL OR g.expires_at > now()) ORDER BY g.no DESC`;

// Money that came back while something was owed paid that, and no grant's changes tell of it: so much of what `BACK` says to be gone was used after
// all. What was found in its stead before has no room left beside what went back.
const RETURNED = `
SELECT (coalesce((SELECT sum(least(t.balance_after, 0)::numeric - least(t.balance_before, 0)) FROM transactions t
    WHERE ${OF} AND ${MONEY_BACK} AND t.seq <> ALL ($3::bigint[])
      AND NOT EXISTS (SELECT 1 FROM grants o WHERE o.account_id = t.account_id AND o.unit = t.unit AND o.granted_seq = t.seq)), 0)
  - coalesce((SELECT sum(m.back - least(greatest(m.back, 0), g.room)) FROM (${GRANTS}) g JOIN (${BACK}) m ON m.no = g.no), 0))::text AS amount`;
