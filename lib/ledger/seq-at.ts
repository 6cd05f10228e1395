import type { Sql } from "@/lib/db/sql";
import type { Unit } from "@/lib/values/ids";
import { utcDay } from "@/lib/values/time";

/**
 * The last row of a wallet that was posted at a moment or before it; 0 when there was none. Rows stand in the order of their times, so that
 * the day's rows are halved until one is left: a day of a million rows takes twenty looks.
 */
export async function seqAt(sql: Sql, accountId: string, unit: Unit, at: Date): Promise<bigint> {
  const [found] = await sql.query<{ seq: bigint }>(SEARCH, [accountId, unit, utcDay(at), at]);
  return found?.seq ?? 0n;
}

const SEARCH = `
WITH RECURSIVE search (low, high) AS (
  SELECT coalesce(max(last_seq) FILTER (WHERE day < $3::date), 0), coalesce(max(last_seq), 0) FROM wallet_days
  WHERE account_id = $1::uuid AND unit = $2::wallet_unit AND day <= $3::date
  UNION ALL
  SELECT CASE WHEN t.created_at <= $4::timestamptz THEN t.seq ELSE s.low END,
    CASE WHEN t.created_at <= $4::timestamptz THEN s.high ELSE t.seq - 1 END
  FROM (SELECT low, high FROM search WHERE low < high) s
  JOIN transactions t ON t.account_id = $1::uuid AND t.unit = $2::wallet_unit AND t.seq = (s.low + s.high + 1) / 2
)
SELECT low AS seq FROM search WHERE low = high`;
