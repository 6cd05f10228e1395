import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { catchUp } from "./catch-up";
import { type Ending, endInstance } from "./end-instance";
import { lockInstance, lockRunning, openCycle } from "./instance-state";
import { momentOf } from "./moment";
import { OUT_OF_CREDIT } from "./policy";
import { later } from "./rules/settle";
import { type InstanceView, viewInstance } from "./read-instance";

/** Stops an instance and settles it: what its hold did not use goes back. Stopping it again changes nothing. @throws Refusal `not_found`, `conflict` */
export function stopInstance(
  ctx: Context,
  id: string,
  { at }: { at?: string | undefined } = {},
  now = new Date(),
): Promise<InstanceView> {
  return end(ctx, id, "stopped", "", at, now);
}

/** The same for one that failed: the time until then is charged. @throws Refusal `not_found`, `conflict` */
export function failInstance(
  ctx: Context,
  id: string,
  { reason, at }: { reason: string; at?: string | undefined },
  now = new Date(),
): Promise<InstanceView> {
  return end(ctx, id, "failed", reason, at, now);
}

async function end(
  ctx: Context,
  id: string,
  status: Ending["status"],
  reason: string,
  said: string | undefined,
  now: Date,
): Promise<InstanceView> {
  requirePermission(ctx, "resources:write");
  const { accountId } = ctx;
  const latest = momentOf(said, new Date(0), now);
  // Cycles that were due before it ended turn first; none begins at the moment when it ends.
  await catchUp(accountId, later(latest, -1));
  await inAccount(accountId, async (tx) => {
    if ((await lockInstance(tx, accountId, id)).status === status) return;
    const running = await lockRunning(tx, accountId, id);
    await endInstance(tx, ctx, running, { status, reason, at: momentOf(said, running.cycle.from, now) });
  });
  return viewInstance(ctx.accountId, id);
}

/** Stops an instance because the account's credit is used up. Returns whether it still ran. */
export async function interruptInstance(ctx: Context, id: string, at: Date): Promise<boolean> {
  const { accountId } = ctx;
  return inAccount(accountId, async (tx) => {
    const instance = await lockInstance(tx, accountId, id);
    const cycle = await openCycle(tx, instance);
    if (!cycle) return false;
    const moment = at < cycle.from ? cycle.from : at;
    await endInstance(
      tx,
      ctx,
      { instance, cycle },
      { status: "interrupted", reason: OUT_OF_CREDIT, at: moment },
    );
    return true;
  });
}
