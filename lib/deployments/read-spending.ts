import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { add, formatCredits, parseCredits } from "@/lib/values/money";
import { type InstanceRow, listInstances } from "./read-instance";
import { costOf } from "./rules/components";
import { msBetween } from "./rules/settle";
import { cycleOf } from "./types";

/** An instance with what it has cost until now: its settled cycles, and the running one so far. ECU as a decimal string. */
export interface SpendingRow extends InstanceRow {
  spent: string;
}

const MOST = 999;

/** The newest instances and what each has cost until now. */
export async function readSpending(ctx: Context, now = new Date()): Promise<SpendingRow[]> {
  requirePermission(ctx, "usage:read");
  const { accountId } = ctx;
  const [instances, open] = await Promise.all([
    listInstances(ctx, { limit: MOST }),
    inAccount(accountId, (tx) => tx.instanceCycle.findMany({ where: { accountId, toAt: null } })),
  ]);
  const soFar = new Map(
    open.map((row) => {
      const { from, components } = cycleOf(row);
      return [row.instanceId, costOf(components, msBetween(from, now > from ? now : from)).total] as const;
    }),
  );
  return instances.map((instance) => {
    const running = soFar.get(instance.id);
    const used = parseCredits(instance.used);
    return { ...instance, spent: formatCredits(running === undefined ? used : add(used, running)) };
  });
}
