import { hasLimits, lockLimits, requireWithin } from "@/lib/budgets/limits";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { quantity } from "@/lib/metering/rules/quantity";
import { type Context, requirePermission } from "@/lib/values/context";
import { type Nano, sub, ZERO } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { catchUp } from "./catch-up";
import { lockRunning, type Running } from "./instance-state";
import { momentOf } from "./moment";
import { lockRoom, requireRoom } from "./policy";
import { type InstanceView, viewInstance } from "./read-instance";
import { withReplicas } from "./rules/components";
import { holdFor, later, settle } from "./rules/settle";
import { scopeOf, turnCycle } from "./turn-cycle";
import type { Instance } from "./types";

/**
 * Gives an instance of a fixed duration more time: what it has run is settled, and the rest and the new time are held for at the prices that it
 * started with.
 * @throws Refusal `insufficient_credits`, `budget_exceeded`, `conflict` when it has ended, `unprocessable` for one that runs in cycles
 */
export async function extendInstance(
  ctx: Context,
  id: string,
  { hours }: { hours: string },
  now = new Date(),
): Promise<InstanceView> {
  requirePermission(ctx, "resources:write");
  await catchUp(ctx.accountId, now);
  await inAccount(ctx.accountId, async (tx) => {
    const running = await lockRunning(tx, ctx.accountId, id);
    const { plannedUntil } = running.instance;
    if (plannedUntil === null)
      throw new Refusal(
        "unprocessable",
        "This instance runs in cycles until it is stopped: it has no end to move.",
      );
    const until = later(plannedUntil, (quantity(hours) * 3_600_000n) / 1_000_000n);
    const at = momentOf(undefined, running.cycle.from, now);
    if (until <= at)
      throw new Refusal(
        "unprocessable",
        `That ends at ${until.toISOString()}, which is over: extend it by more.`,
      );
    await part(tx, ctx, running, at, { until, replicas: running.instance.replicas });
    await tx.instance.update({
      where: { accountId_id: { accountId: ctx.accountId, id } },
      data: { plannedUntil: until, nextCycleAt: until },
    });
  });
  return viewInstance(ctx.accountId, id);
}

/**
 * Runs more or fewer replicas from a moment on: the running cycle is settled there and goes on as another at the same prices.
 * @throws Refusal `insufficient_credits`, `budget_exceeded`, `conflict` when it has ended, `unprocessable` past its planned end
 */
export async function changeReplicas(
  ctx: Context,
  id: string,
  change: { replicas: number; at?: string | undefined },
  now = new Date(),
): Promise<InstanceView> {
  requirePermission(ctx, "resources:write");
  const { replicas } = change;
  await catchUp(ctx.accountId, now);
  await inAccount(ctx.accountId, async (tx) => {
    const running = await lockRunning(tx, ctx.accountId, id);
    if (running.instance.replicas === replicas) return;
    const { until, from } = running.cycle;
    const at = momentOf(change.at, from, now);
    if (until <= at)
      throw new Refusal(
        "unprocessable",
        "Its planned time is over: extend it, and change the replicas then.",
      );
    await part(tx, ctx, running, at, { until, replicas });
    await tx.instance.update({
      where: { accountId_id: { accountId: ctx.accountId, id } },
      data: { replicas },
    });
  });
  return viewInstance(ctx.accountId, id);
}

/** Settles the open cycle and goes on with another, at the same prices. What is to cost more than was held is new work, and must fit. */
async function part(
  tx: Tx,
  ctx: Context,
  { instance, cycle }: Running,
  at: Date,
  { until, replicas }: { until: Date; replicas: number },
): Promise<void> {
  const components = withReplicas(cycle.components, cycle.replicas, replicas);
  const more = sub(holdFor(components, at, until), settle(cycle, at).refund);
  if (more > ZERO) await requireFit(tx, instance, more, at);
  await turnCycle(tx, ctx, instance, cycle, at, {
    rateCard: cycle.rateCard,
    components,
    until,
    replicas,
    floor: more > ZERO ? ZERO : null,
  });
}

/** A budget is asked for its period of now, whenever the change is said to have been. */
async function requireFit(tx: Tx, instance: Instance, more: Nano, at: Date): Promise<void> {
  const { accountId } = instance;
  const scope = scopeOf(instance);
  if (await hasLimits(accountId, scope))
    requireWithin(await lockLimits(tx, accountId, scope, new Date()), more);
  requireRoom(await lockRoom(tx, accountId, at));
}
