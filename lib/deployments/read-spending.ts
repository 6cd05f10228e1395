import type { Prisma } from "@/lib/db/generated/client";
import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { requireOrder } from "@/lib/values/day-order";
import { add, formatCredits, parseCredits } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { addDays, startOfDay } from "@/lib/values/time";
import { type InstanceRow, readRows } from "./read-instance";
import type { DayRange } from "./schema";
import { soFarOf } from "./so-far";

/** An instance with what it has cost until now: its settled cycles, and the running one so far. ECU as a decimal string. */
export interface SpendingRow extends InstanceRow {
  spent: string;
}

/** So many a page lists. */
const MOST = 1_000;

/**
 * The instances that ran at any time between two UTC days, the newest first, and what each has cost until now: all of them, so that their sums are.
 * @throws Refusal `unprocessable` for more than `most`; `invalid_request` for days that end before they begin
 */
export async function readSpending(
  ctx: Context,
  days: DayRange,
  now = new Date(),
  most = MOST,
): Promise<SpendingRow[]> {
  requirePermission(ctx, "usage:read");
  requireOrder(days);
  const { accountId } = ctx;
  const [instances, soFar] = await Promise.all([
    inAccount(accountId, (tx) => readRows(tx, accountId, ranIn(days), most + 1)),
    soFarOf(accountId, now),
  ]);
  if (instances.length > most)
    throw new Refusal(
      "unprocessable",
      `More than ${most} instances ran in these days. Ask for fewer days, or for the file.`,
    );
  return instances.map((instance) => {
    const running = soFar.get(instance.id);
    const used = parseCredits(instance.used);
    return { ...instance, spent: formatCredits(running === undefined ? used : add(used, running)) };
  });
}

/** How many instances ran at any time between two UTC days; without days, how many there are. */
export function countRan(ctx: Context, days: DayRange): Promise<number> {
  requirePermission(ctx, "usage:read");
  const { accountId } = ctx;
  return inAccount(accountId, (tx) => tx.instance.count({ where: { accountId, ...ranIn(days) } }));
}

function ranIn({ from, to }: DayRange): Prisma.InstanceWhereInput {
  return {
    ...(to && { startedAt: { lt: startOfDay(addDays(to, 1)) } }),
    ...(from && { OR: [{ stoppedAt: null }, { stoppedAt: { gte: startOfDay(from) } }] }),
  };
}
