import type { Sql } from "@/lib/db/sql";
import { type Nano, nano } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";
import type { Ahead } from "./rules/months";
import type { Month } from "./rules/pools";
import { worthOf } from "./rules/worth";

interface LotRow {
  account_id: string;
  month: Month;
  amount: string;
  /** Milliseconds of the cycle, and what of them was still to come. */
  whole: string;
  left: string;
  net_cents: bigint | null;
  credits: Nano | null;
}

/**
 * What of some accounts' credit was charged at some moments for time to come: an instance's cycle is held for when it begins, and is earned as its time goes by,
 * evenly. Only credit that was paid for, or is owed: what was given earns nothing.
 */
export async function readAhead(
  sql: Sql,
  accounts: readonly string[],
  moments: readonly { month: Month; at: Date }[],
  creditValue: PicoUsd,
): Promise<(Ahead & { accountId: string })[]> {
  const rows = await sql.query<LotRow>(LOTS, [
    accounts,
    moments.map(({ month }) => month),
    moments.map(({ at }) => at),
  ]);
  return rows.map(({ account_id: accountId, month, whole, left, net_cents: netCents, credits, ...row }) => {
    const amount = nano((BigInt(row.amount) * BigInt(left)) / BigInt(whole));
    const price = netCents === null || credits === null ? null : { netCents, credits };
    return { accountId, month, amount, worth: worthOf(amount, price, creditValue) };
  });
}

// What a hold's row took out of grants, and beside them into debt. A cycle that was late to begin or to end counts as the ledger has it.
const LOTS = `
SELECT i.account_id, m.month, c.amount::text, (extract(epoch FROM i.until_at - i.from_at) * 1000)::bigint::text AS whole,
  (extract(epoch FROM i.until_at - m.at) * 1000)::bigint::text AS left, c.net_cents, c.credits
FROM unnest($2::text[], $3::timestamptz[]) AS m (month, at)
JOIN instance_cycles i ON i.account_id = ANY ($1::uuid[]) AND i.from_at < m.at AND i.until_at > m.at
JOIN holds h ON h.account_id = i.account_id AND h.id = i.hold_id
JOIN transactions o ON o.account_id = h.account_id AND o.unit = h.unit AND o.seq = h.opened_seq AND o.created_at < m.at
LEFT JOIN transactions e ON e.account_id = h.account_id AND e.unit = h.unit AND e.seq = h.ended_seq
CROSS JOIN LATERAL (
  SELECT -(l.value ->> 1)::numeric AS amount, p.net_cents, p.credits
  FROM jsonb_array_elements(o.lots) AS l (value)
  JOIN grants g ON g.account_id = o.account_id AND g.unit = o.unit AND g.no = (l.value ->> 0)::int AND g.paid > 0
  LEFT JOIN payments p ON p.account_id = g.account_id AND p.seq = g.granted_seq
  UNION ALL
  SELECT least(o.balance_before, 0)::numeric - least(o.balance_after, 0), NULL, NULL WHERE o.balance_after < 0
) AS c
WHERE o.unit = 'credit' AND (e.seq IS NULL OR e.created_at >= m.at) AND c.amount > 0`;
