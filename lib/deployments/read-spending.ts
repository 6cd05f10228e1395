import { type Context, requirePermission } from "@/lib/values/context";
import { add, formatCredits, parseCredits } from "@/lib/values/money";
import { type InstanceRow, listInstances } from "./read-instance";
import { soFarOf } from "./so-far";

/** An instance with what it has cost until now: its settled cycles, and the running one so far. ECU as a decimal string. */
export interface SpendingRow extends InstanceRow {
  spent: string;
}

const MOST = 999;

/** The newest instances and what each has cost until now. */
export async function readSpending(ctx: Context, now = new Date()): Promise<SpendingRow[]> {
  requirePermission(ctx, "usage:read");
  const [instances, soFar] = await Promise.all([
    listInstances(ctx, { limit: MOST }),
    soFarOf(ctx.accountId, now),
  ]);
  return instances.map((instance) => {
    const running = soFar.get(instance.id);
    const used = parseCredits(instance.used);
    return { ...instance, spent: formatCredits(running === undefined ? used : add(used, running)) };
  });
}
