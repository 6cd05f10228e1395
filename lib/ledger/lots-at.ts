import type { Sql } from "@/lib/db/sql";
import type { Unit } from "@/lib/values/ids";
import { type Nano, nano } from "@/lib/values/money";

/**
 * What was left of each grant right after a row, by its number; grants that had nothing left are not there. What rows did to grants is summed
 * from the nearer end of the chain: forwards from its beginning, or backwards from what is left now.
 */
export async function lotsAt(
  sql: Sql,
  accountId: string,
  unit: Unit,
  seq: bigint,
): Promise<Map<number, Nano>> {
  const lots = await sql.query<{ no: number; left: string }>(LOTS, [accountId, unit, seq]);
  return new Map(lots.map(({ no, left }) => [no, nano(BigInt(left))]));
}

const LOTS = `
WITH head AS (
  SELECT seq, lots, seq - $3::bigint < $3::bigint AS backwards FROM wallets WHERE account_id = $1::uuid AND unit = $2::wallet_unit
), moved AS (
  SELECT (lot ->> 'no')::int AS no, (lot ->> 'remaining')::numeric AS amount
  FROM head, jsonb_array_elements(head.lots) AS lot WHERE head.backwards
  UNION ALL
  SELECT (change ->> 0)::int, CASE WHEN head.backwards THEN -1 ELSE 1 END * (change ->> 1)::numeric
  FROM head JOIN transactions t ON t.account_id = $1::uuid AND t.unit = $2::wallet_unit
    AND t.seq > CASE WHEN head.backwards THEN $3::bigint ELSE 0 END
    AND t.seq <= CASE WHEN head.backwards THEN head.seq ELSE $3::bigint END,
  jsonb_array_elements(t.lots) AS change
)
SELECT no, sum(amount)::text AS left FROM moved GROUP BY no HAVING sum(amount) <> 0 ORDER BY no`;
