import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { type Nano, nano } from "@/lib/values/money";
import type { UtcDay } from "@/lib/values/time";

/**
 * What was charged between two UTC days, both included: spend, GPU and storage, less what of it was given back. The day is when a
 * row was posted, so that it agrees with the list of transactions.
 */
export async function readCosts(ctx: Context, from: UtcDay, to: UtcDay): Promise<Nano> {
  requirePermission(ctx, "ledger:read");
  const [row] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ cost: string }>(
      `SELECT (coalesce(sum(removed) FILTER (WHERE type IN ('spend', 'gpu_usage', 'storage_billing')), 0)
             - coalesce(sum(added) FILTER (WHERE type = 'refund'), 0))::text AS cost
       FROM wallet_days WHERE account_id = $1 AND unit = 'credit' AND day BETWEEN $2::date AND $3::date`,
      [ctx.accountId, from, to],
    ),
  );
  return nano(BigInt(row?.cost ?? "0"));
}
