import type { Sql } from "@/lib/db/sql";
import { readInAccount } from "@/lib/db/transaction";
import type { Unit } from "@/lib/values/ids";
import { max, type Nano, nano, ZERO } from "@/lib/values/money";
import { restoresOf } from "./rules/restores";
import type { Lot } from "./types";

interface LotRow {
  no: number;
  amount: string;
  paid: Nano;
  expires_at: Date | null;
}

/** Where a refund of a row puts credit back: the grants it was taken from, and those that have paid off since what it owed. */
export function restorable(accountId: string, unit: Unit, seq: bigint): Promise<Lot[]> {
  return readInAccount(accountId, (sql) => restorableWithin(sql, accountId, unit, seq));
}

/** The same inside the caller's transaction. */
export async function restorableWithin(sql: Sql, accountId: string, unit: Unit, seq: bigint): Promise<Lot[]> {
  const key = [accountId, unit, seq];
  const lots = (await sql.query<LotRow>(BURNED, key)).map(lotOf);
  const [row] = await sql.query<{ owed: string; owed_before: string }>(OWED, key);
  if (!row) return lots;
  const [owed, owedBefore] = [nano(BigInt(row.owed)), nano(BigInt(row.owed_before))];
  if (owed === ZERO) return lots;
  const payoffs = (await sql.query<LotRow>(PAYOFFS, key)).map(lotOf);
  return restoresOf({ lots, owed, owedBefore }, payoffs);
}

function lotOf({ no, amount, paid, expires_at: expiresAt }: LotRow): Lot {
  return { no, remaining: max(ZERO, nano(BigInt(amount))), paid: paid > 0n, expiresAt };
}

const OF = "account_id = $1::uuid AND t.unit = $2::wallet_unit";

const BURNED = `
SELECT g.no, (-(change.value ->> 1)::numeric)::text AS amount, g.paid, g.expires_at
FROM transactions t, jsonb_array_elements(t.lots) WITH ORDINALITY AS change (value, place)
JOIN grants g ON g.account_id = $1::uuid AND g.unit = $2::wallet_unit AND g.no = (change.value ->> 0)::int
WHERE t.${OF} AND t.seq = $3::bigint ORDER BY change.place DESC`;

// Debt is what stands below zero.
const OWED = `
SELECT (least(t.balance_before, 0)::numeric - least(t.balance_after, 0))::text AS owed, (-least(t.balance_before, 0)::numeric)::text AS owed_before
FROM transactions t WHERE t.${OF} AND t.seq = $3::bigint AND t.balance_after < 0 AND t.amount < 0`;

const PAYOFFS = `
SELECT g.no, (least(t.balance_after, 0)::numeric - t.balance_before)::text AS amount, g.paid, g.expires_at
FROM grants g JOIN transactions t ON t.account_id = g.account_id AND t.unit = g.unit AND t.seq = g.granted_seq
WHERE t.${OF} AND g.granted_seq > $3::bigint AND t.balance_before < 0 ORDER BY g.granted_seq`;
