import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { add, formatCredits, type Nano, ZERO } from "@/lib/values/money";
import { costOf } from "./rules/components";
import { msBetween } from "./rules/settle";
import { cycleOf } from "./types";

/** What the open cycle of each running instance has cost until now. Usage counts a cycle once it is over. */
export async function soFarOf(accountId: string, now: Date): Promise<Map<string, Nano>> {
  const open = await inAccount(accountId, (tx) =>
    tx.instanceCycle.findMany({ where: { accountId, toAt: null } }),
  );
  return new Map(
    open.map((row) => {
      const { from, components } = cycleOf(row);
      return [row.instanceId, costOf(components, msBetween(from, now > from ? now : from)).total] as const;
    }),
  );
}

/** What all that runs has cost beyond usage: by so much the tabs of models, guardrails, scripts and instances are ahead of it. ECU. */
export async function readRunning(ctx: Context, now = new Date()): Promise<string> {
  requirePermission(ctx, "usage:read");
  const soFar = await soFarOf(ctx.accountId, now);
  return formatCredits([...soFar.values()].reduce<Nano>(add, ZERO));
}
