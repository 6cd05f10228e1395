import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { type Nano, nano } from "@/lib/values/money";
import { daysBetween, type UtcDay } from "@/lib/values/time";

interface Row {
  balance: bigint;
  first: UtcDay | null;
  moves: { day: UtcDay; moved: string }[];
}

// One statement, so that the balance and what led to it are of one moment.
const BALANCES = `
SELECT w.balance, min(d.first)::text AS first, coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'moved', d.moved::text)) FILTER (WHERE d.day >= $2::date), '[]') AS moves
FROM wallets w LEFT JOIN LATERAL (
  SELECT day, min(day) OVER () AS first, sum(added - removed) AS moved FROM wallet_days
  WHERE account_id = $1::uuid AND unit = 'credit' GROUP BY day
) d ON true WHERE w.account_id = $1::uuid AND w.unit = 'credit' GROUP BY w.balance`;

/** The balance of credits at the end of each UTC day up to `to`, which is now for today; the days before the first posting are left out. */
export async function readDailyBalances(
  ctx: Context,
  from: UtcDay,
  to: UtcDay,
): Promise<{ day: UtcDay; balance: Nano }[]> {
  requirePermission(ctx, "ledger:read");
  const [row] = await readInAccount(ctx.accountId, (sql) => sql.query<Row>(BALANCES, [ctx.accountId, from]));
  if (!row || row.first === null) return [];
  const moved = new Map(row.moves.map(({ day, moved: by }) => [day, BigInt(by)]));
  // What was posted after the last day that is asked for is taken back first.
  let balance = row.moves.reduce(
    (left, { day, moved: by }) => (day > to ? left - BigInt(by) : left),
    row.balance,
  );
  const days: { day: UtcDay; balance: Nano }[] = [];
  for (const day of daysBetween(from < row.first ? row.first : from, to).reverse()) {
    days.push({ day, balance: nano(balance) });
    balance -= moved.get(day) ?? 0n;
  }
  return days.reverse();
}
