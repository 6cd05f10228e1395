import { readInAccount } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { type Context, requirePermission } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { add, type Nano, nano, sub, ZERO } from "@/lib/values/money";
import { type Sums, USE_TYPES } from "./rules/row-kind";
import { addMonths, startOfMonth, type UtcDay } from "@/lib/values/time";

/** A month's statement in one line: opening + added − used = closing. Amounts are decimal strings. */
export interface MonthLine extends Sums {
  /** The first day of the month. */
  month: UtcDay;
  rows: string;
  opening: string;
  added: string;
  used: string;
  closing: string;
}

interface MonthSum {
  month: UtcDay;
  rows: bigint;
  added: string;
  removed: string;
  withdrawn: string;
  returned: string;
}

/** Every month since the wallet's first row, newest first, up to that of today; months without rows are there too. */
export async function listMonths(ctx: Context, unit: Unit, today: UtcDay): Promise<MonthLine[]> {
  requirePermission(ctx, "ledger:read");
  const sums = await readInAccount(ctx.accountId, (sql) =>
    sql.query<MonthSum>(
      `SELECT date_trunc('month', day)::date::text AS month, sum(rows)::bigint AS rows, sum(added)::text AS added, sum(removed)::text AS removed,
         coalesce(sum(removed) FILTER (WHERE NOT type::text = ANY ($3::text[])), 0)::text AS withdrawn,
         coalesce(sum(added) FILTER (WHERE type = 'refund'), 0)::text AS returned
       FROM wallet_days WHERE account_id = $1 AND unit = $2::wallet_unit GROUP BY 1 ORDER BY 1`,
      [ctx.accountId, unit, [...USE_TYPES]],
    ),
  );
  const known = new Map(sums.map((sum) => [sum.month, sum]));
  const lines: MonthLine[] = [];
  let balance: Nano = ZERO;
  const first = sums[0]?.month;
  for (let month = first; month !== undefined && month <= startOfMonth(today); month = addMonths(month, 1)) {
    const sum = known.get(month);
    const [added, used] = [nano(BigInt(sum?.added ?? 0)), nano(BigInt(sum?.removed ?? 0))];
    const opening = balance;
    balance = sub(add(balance, added), used);
    const said = (amount: Nano) => formatAmount(amount, unit);
    lines.push({
      month,
      rows: (sum?.rows ?? 0n).toString(),
      opening: said(opening),
      added: said(added),
      used: said(used),
      closing: said(balance),
      isAllUse: (sum?.withdrawn ?? "0") === "0",
      givesBack: (sum?.returned ?? "0") !== "0",
    });
  }
  return lines.toReversed();
}
