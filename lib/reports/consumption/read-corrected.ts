import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits, nano } from "@/lib/values/money";
import type { UtcDay } from "@/lib/values/time";

/** What corrections changed of a balance, beside usage: above zero what was given back. */
export interface Corrected {
  corrections: number;
  /** ECU as a decimal string. */
  amount: string;
}

/** Corrections that were posted between two UTC days, both included. Usage keeps what calls were charged; with these it is what the ledger took for them. */
export async function readCorrected(
  ctx: Context,
  { from, to }: { from: UtcDay; to: UtcDay },
): Promise<Corrected> {
  requirePermission(ctx, "usage:read");
  const [row] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ rows: string; amount: string }>(
      `SELECT coalesce(sum(rows), 0)::text AS rows, coalesce(sum(added - removed), 0)::text AS amount FROM wallet_days
       WHERE account_id = $1::uuid AND unit = 'credit' AND type = 'admin_correction' AND day BETWEEN $2::date AND $3::date`,
      [ctx.accountId, from, to],
    ),
  );
  return { corrections: Number(row?.rows ?? 0), amount: formatCredits(nano(BigInt(row?.amount ?? "0"))) };
}
