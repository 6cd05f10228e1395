import { hash } from "node:crypto";
import type { Tx } from "@/lib/db/transaction";
import { openPrepaidHoldWithin, settlePrepaidHoldWithin } from "@/lib/ledger/prepaid-holds";
import type { UsageEvent, WorkScope } from "@/lib/ledger/types";
import { formatQuantity, type Micro } from "@/lib/metering/rules/quantity";
import type { Context } from "@/lib/values/context";
import { ceilDiv, type Nano, ZERO } from "@/lib/values/money";
import { storedComponent } from "./rules/components";
import { describeHold, describeSettlement } from "./rules/describe";
import { holdFor, later, msBetween, settle } from "./rules/settle";
import { type Cycle, FEATURES, type Instance, resourceName, sourceOf, type Terms } from "./types";

/** The cycle that is to begin. */
export interface NextCycle extends Terms {
  until: Date;
  replicas: number;
  /** The least that may be available once the cycle before is settled; null for what runs anyway. */
  floor: Nano | null;
}

/**
 * Ends an instance's open cycle at a moment and begins the next, in the caller's transaction, which has locked the instance: the next hold, then the
 * refund or the overage of what ended, as the ledger is read. Either may be missing: an instance begins and ends.
 *
 * Its rows carry the moment when the cycle turned, not the one when a worker came to it: a worker that was away writes the same rows, in the same
 * order, under the same keys. Only where something newer already stands in the wallet is a row's time that of the row before, because
 * time in a ledger never steps back.
 * @throws Refusal `insufficient_credits`
 */
export async function turnCycle(
  tx: Tx,
  ctx: Context,
  instance: Instance,
  cycle: Cycle | null,
  at: Date,
  next: NextCycle | null,
): Promise<void> {
  const no = (cycle?.no ?? 0) + 1;
  const held = next ? holdFor(next.components, at, next.until) : ZERO;
  const holdId =
    next && held > ZERO ? await hold(tx, ctx, instance, { ...next, no, held, from: at }, cycle) : null;
  if (cycle) await end(tx, ctx, instance, cycle, at);
  if (!next) return;
  await tx.instanceCycle.create({
    data: {
      accountId: instance.accountId,
      instanceId: instance.id,
      no,
      fromAt: at,
      untilAt: next.until,
      replicas: next.replicas,
      rateCard: next.rateCard,
      held,
      holdId,
      components: next.components.map((component) => ({ ...storedComponent(component) })),
    },
  });
}

async function hold(
  tx: Tx,
  ctx: Context,
  instance: Instance,
  { no, held, from, until, components, replicas, floor }: NextCycle & { no: number; held: Nano; from: Date },
  before: Cycle | null,
): Promise<string> {
  const { accountId, id, kind } = instance;
  const result = await openPrepaidHoldWithin(
    tx,
    { ...ctx, accountId },
    {
      amount: held,
      description: describeHold(instance, { no, components, replicas, ms: msBetween(from, until) }),
      scope: scopeOf(instance),
      idempotencyKey: `instance:${id}:cycle:${no}:hold`,
      expiresAt: null,
      refType: "instance",
      refId: id,
      source: sourceOf(ctx),
      at: from,
      // What the cycle before gives back comes right behind.
      ...floorWith(floor, before, from),
    },
  );
  if (result.replayed) throw new Error(`cycle ${no} of the ${kind} instance ${id} is already held for`);
  return result.hold.id;
}

function floorWith(floor: Nano | null, before: Cycle | null, at: Date): { floor: Nano | null } {
  if (floor === null || !before) return { floor };
  const { refund, overage } = settle(before, at);
  return { floor: (floor - refund + overage) as Nano };
}

async function end(tx: Tx, ctx: Context, instance: Instance, cycle: Cycle, at: Date): Promise<void> {
  const { accountId, id } = instance;
  const { cost, used, refund } = settle(cycle, at);
  if (cycle.holdId !== null) {
    await settlePrepaidHoldWithin(
      tx,
      { ...ctx, accountId },
      {
        id: cycle.holdId,
        used,
        description: describeSettlement(instance, {
          no: cycle.no,
          used: msBetween(cycle.from, at),
          planned: msBetween(cycle.from, cycle.until),
          refund: refund > ZERO,
        }),
        source: sourceOf(ctx),
        idempotencyKey: `instance:${id}:cycle:${cycle.no}:settle`,
        at,
        // What did not run was not used.
        ...(used > ZERO && { event: eventOf(instance, cycle, at, used) }),
      },
    );
  }
  await tx.instanceCycle.update({
    where: { accountId_instanceId_no: { accountId, instanceId: id, no: cycle.no } },
    data: {
      toAt: at,
      used,
      settledAt: new Date(),
      components: cost.lines.map((line) => ({ ...storedComponent(line) })),
    },
  });
}

/** What an instance is for, as budgets and usage see it. */
export function scopeOf({ kind, model, member, team, project, keyId }: Instance): WorkScope {
  return { feature: FEATURES[kind], operation: "", model, member, team, project, keyId, mandate: "" };
}

/**
 * A cycle as usage: what it used by meter in unit-hours, on the day of the last moment that it ran. Its charge comes of exact time, which hours with six
 * decimals cannot say: how it came about stands in the cycle. The id has a space, which no caller's id may have.
 */
function eventOf(instance: Instance, cycle: Cycle, to: Date, charge: Nano): UsageEvent {
  const ms = msBetween(cycle.from, to);
  const { id } = instance;
  return {
    ...scopeOf(instance),
    id: `instance ${id} cycle ${cycle.no}`,
    occurredAt: ms > 0n ? later(to, -1) : to,
    provider: "",
    hardware: instance.hardware,
    inputTokens: 0n,
    outputTokens: 0n,
    cachedInputTokens: 0n,
    cacheWriteTokens: 0n,
    reasoningTokens: 0n,
    quantities: quantitiesOf(cycle, ms),
    resource: resourceName(instance.resourceKind, instance.resourceId),
    byok: false,
    costUsd: 0n,
    costSource: "none",
    rateCard: cycle.rateCard,
    pricedBy: "caller",
    volumes: {},
    holdId: cycle.holdId,
    charge,
    fingerprint: hash("sha256", JSON.stringify([id, cycle.no, ms.toString(), charge.toString()]), "buffer"),
  };
}

function quantitiesOf({ components }: Cycle, ms: bigint): Record<string, string> {
  const timed = components.filter(({ meter }) => meter !== "floor");
  return Object.fromEntries(
    timed.map(({ meter, units }) => [meter, formatQuantity(ceilDiv(units * ms, HOUR_MS) as Micro)]),
  );
}

const HOUR_MS = 3_600_000n;
