import { inAccount, type Tx } from "@/lib/db/transaction";
import type { InstanceCycle, Prisma } from "@/lib/db/generated/client";
import { formatQuantity, type Micro } from "@/lib/metering/rules/quantity";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits, nano } from "@/lib/values/money";
import { notFound } from "@/lib/values/refusal";
import type { StoredComponent } from "./rules/components";
import { type InstanceKind, titleOf } from "./rules/describe";
import { type ReplicaChange, replicaChangesOf } from "./rules/replica-changes";
import { type InstanceQuery, RESOURCE_KINDS } from "./schema";
import { type Instance, resourceName, storedIn } from "./types";

/** A stretch of an instance's time. Amounts are decimal strings of ECU: held − refund + overage = used. */
export interface CycleView {
  no: number;
  from: string;
  /** Until when it is held for. */
  until: string;
  /** Until when it ran; null while it does. */
  to: string | null;
  replicas: number;
  rate_card: number;
  held: string;
  used: string | null;
  hold_id: string | null;
  components: StoredComponent[];
}

/** An instance as programs see it. */
export interface InstanceRow {
  id: string;
  /** "GPU Instance #132". */
  title: string;
  kind: InstanceKind;
  mode: "fixed" | "cycle";
  status: "running" | "stopped" | "failed" | "interrupted";
  /** Why it ended; the message that people see for an interrupted one. */
  stop_reason: string;
  resource: string | null;
  model: string;
  hardware: string;
  /** GPUs or CPUs of a replica. */
  count: number;
  vcpus: string;
  memory_gb: string;
  replicas: number;
  /** Oldest first: from each on, its time is charged for another number of replicas. */
  replica_changes: ReplicaChange[];
  member: string;
  team: string;
  project: string;
  endpoint: string;
  started_at: string;
  planned_until: string | null;
  next_cycle_at: string | null;
  stopped_at: string | null;
  /** What its settled cycles cost, and what is held for the open one. */
  used: string;
  held: string;
}

export interface InstanceView extends InstanceRow {
  /** Oldest first. */
  cycles: CycleView[];
}

/** The newest instances of an account. */
export async function listInstances(ctx: Context, query: InstanceQuery): Promise<InstanceRow[]> {
  requirePermission(ctx, "usage:read");
  const { accountId } = ctx;
  const { status, kind, resource, limit = 50 } = query;
  const [named, resourceId] = resource?.split("/") ?? [];
  const resourceKind = RESOURCE_KINDS.find((each) => each === named);
  if (resource !== undefined && (!resourceKind || !resourceId)) return [];
  const where = {
    ...(status && { status }),
    ...(kind && { kind }),
    ...(resourceKind && resourceId && { resourceKind, resourceId }),
  };
  return inAccount(accountId, (tx) => readRows(tx, accountId, where, limit));
}

/** The newest of some instances, so many at most. */
export async function readRows(
  tx: Tx,
  accountId: string,
  where: Prisma.InstanceWhereInput,
  limit: number,
): Promise<InstanceRow[]> {
  const instances = await tx.instance.findMany({
    where: { ...where, accountId },
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    take: limit,
  });
  const cycles = await tx.instanceCycle.findMany({
    where: { accountId, instanceId: { in: instances.map(({ id }) => id) } },
    // What each was made of would be most of it.
    omit: { components: true },
  });
  const byInstance = new Map(instances.map(({ id }) => [id, [] as typeof cycles]));
  for (const cycle of cycles) byInstance.get(cycle.instanceId)?.push(cycle);
  return instances.map((instance) => rowOf(instance, byInstance.get(instance.id) ?? []));
}

/** One instance with its cycles. @throws Refusal `not_found`, for another account's too */
export function readInstance(ctx: Context, id: string): Promise<InstanceView> {
  requirePermission(ctx, "usage:read");
  return viewInstance(ctx.accountId, id);
}

/** The same for verbs that have changed it: who may do that may see what became of it. */
export async function viewInstance(accountId: string, id: string): Promise<InstanceView> {
  const [instance, cycles] = await inAccount(accountId, async (tx) => [
    await tx.instance.findUnique({ where: { accountId_id: { accountId, id } } }),
    await tx.instanceCycle.findMany({ where: { accountId, instanceId: id }, orderBy: { no: "asc" } }),
  ]);
  if (!instance) throw notFound("instance");
  return { ...rowOf(instance, cycles), cycles: cycles.map(cycleView) };
}

function rowOf(instance: Instance, cycles: readonly Omit<InstanceCycle, "components">[]): InstanceRow {
  const { id, kind, mode, status, model, hardware, replicas, member, team, project, endpoint } = instance;
  const sum = (amounts: readonly bigint[]) =>
    formatCredits(nano(amounts.reduce((all, one) => all + one, 0n)));
  return {
    ...{ id, title: titleOf(instance), kind, mode, status },
    stop_reason: instance.stopReason,
    resource: resourceName(instance.resourceKind, instance.resourceId) || null,
    ...{ model, hardware, count: instance.units },
    vcpus: formatQuantity(instance.vcpus as Micro),
    memory_gb: formatQuantity(instance.memoryGb as Micro),
    replicas,
    replica_changes: replicaChangesOf(
      cycles.map((cycle) => ({ no: cycle.no, from: cycle.fromAt.toISOString(), replicas: cycle.replicas })),
    ),
    ...{ member, team, project, endpoint },
    started_at: instance.startedAt.toISOString(),
    planned_until: instance.plannedUntil?.toISOString() ?? null,
    next_cycle_at: instance.nextCycleAt?.toISOString() ?? null,
    stopped_at: instance.stoppedAt?.toISOString() ?? null,
    used: sum(cycles.map(({ used }) => used ?? 0n)),
    held: sum(cycles.map(({ used, held }) => (used === null ? held : 0n))),
  };
}

function cycleView(cycle: InstanceCycle): CycleView {
  const { no, replicas, rateCard, held, used, holdId, components } = cycle;
  return {
    no,
    from: cycle.fromAt.toISOString(),
    until: cycle.untilAt.toISOString(),
    to: cycle.toAt?.toISOString() ?? null,
    replicas,
    rate_card: rateCard,
    held: formatCredits(nano(held)),
    used: used === null ? null : formatCredits(nano(used)),
    hold_id: holdId,
    components: storedIn(components),
  };
}
