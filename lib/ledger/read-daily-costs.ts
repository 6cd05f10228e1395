import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { type Nano, nano, ZERO } from "@/lib/values/money";
import { daysBetween, type UtcDay } from "@/lib/values/time";

/**
 * What was charged on each UTC day, both ends included, oldest first; days without a charge are there with nothing. The same sums as `readCosts`: the
 * day is when a row was posted. A day on which more was given back than charged is negative.
 */
export async function readDailyCosts(
  ctx: Context,
  from: UtcDay,
  to: UtcDay,
): Promise<{ day: UtcDay; cost: Nano }[]> {
  requirePermission(ctx, "ledger:read");
  const rows = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ day: UtcDay; cost: string }>(
      `SELECT day::text AS day, (coalesce(sum(removed) FILTER (WHERE type IN ('spend', 'gpu_usage', 'storage_billing')), 0)
             - coalesce(sum(added) FILTER (WHERE type = 'refund'), 0))::text AS cost
       FROM wallet_days WHERE account_id = $1 AND unit = 'credit' AND day BETWEEN $2::date AND $3::date GROUP BY 1`,
      [ctx.accountId, from, to],
    ),
  );
  const costs = new Map(rows.map(({ day, cost }) => [day, nano(BigInt(cost))]));
  return daysBetween(from, to).map((day) => ({ day, cost: costs.get(day) ?? ZERO }));
}
