import { hash } from "node:crypto";
import { hasLimits, lockLimits, requireWithin } from "@/lib/budgets/limits";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { quantity } from "@/lib/metering/rules/quantity";
import { type Context, requirePermission } from "@/lib/values/context";
import { ZERO } from "@/lib/values/money";
import { invalid, Refusal } from "@/lib/values/refusal";
import { DAY_MS } from "@/lib/values/time";
import { announceInstance } from "./announce-instance";
import { catchUp } from "./catch-up";
import { type InstanceView, viewInstance } from "./read-instance";
import { lockRoom, requireRoom } from "./policy";
import { holdFor, later } from "./rules/settle";
import type { InstanceInput, ResourceKind } from "./schema";
import { setStatusWithin } from "./set-status";
import { termsOf } from "./terms-of";
import { scopeOf, turnCycle } from "./turn-cycle";
import type { Instance } from "./types";

/** Something may have begun to run this long ago, when it is only now reported. */
const MAX_AGO_MS = 400 * DAY_MS;
const HOUR_MICRO_MS = 3_600_000n;

/**
 * Starts an instance: holds credit for its whole duration, or for its first cycle, and puts its resource into service, all in one commit. The same
 * id for the same thing again is the same instance.
 * @throws Refusal `insufficient_credits` when the hold does not fit or the low limit is reached, `budget_exceeded`, `already_exists`, `invalid_request`
 */
export async function startInstance(
  ctx: Context,
  input: InstanceInput,
  now = new Date(),
): Promise<InstanceView> {
  requirePermission(ctx, "resources:write");
  const instance = instanceOf(ctx, input, startOf(input, now), now);
  const { startedAt, accountId } = instance;
  // A repetition is answered whatever the cards and the balance have become.
  if (await inAccount(accountId, (tx) => isKnown(tx, instance))) return viewInstance(accountId, input.id);
  // What should have happened before comes before it in the ledger.
  await catchUp(accountId, startedAt);
  const terms = await termsOf(instance);
  const until = instance.nextCycleAt ?? startedAt;
  const scope = scopeOf(instance);
  const limited = await hasLimits(accountId, scope);
  await inAccount(accountId, async (tx) => {
    await requireResource(tx, instance);
    const { fingerprint, ...row } = instance;
    const data = { ...row, fingerprint: Buffer.from(fingerprint) };
    const { count } = await tx.instance.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) return void (await isKnown(tx, instance));
    const held = holdFor(terms.components, startedAt, until);
    if (limited) requireWithin(await lockLimits(tx, accountId, scope, now), held);
    requireRoom(await lockRoom(tx, accountId, startedAt));
    await turnCycle(tx, ctx, instance, null, startedAt, {
      ...terms,
      until,
      replicas: instance.replicas,
      floor: ZERO,
    });
    await announceInstance(tx, instance, startedAt, null);
    if (instance.resourceKind === null || instance.resourceId === null) return;
    await setStatusWithin(tx, ctx, {
      kind: instance.resourceKind,
      id: instance.resourceId,
      status: "deployed",
      note: `Instance #${instance.id} started`,
      at: startedAt,
      endpoint: instance.endpoint || undefined,
      late: true,
    });
  });
  return viewInstance(accountId, input.id);
}

function startOf({ started_at }: InstanceInput, now: Date): Date {
  if (started_at === undefined) return now;
  const at = new Date(started_at);
  if (at > now) throw invalid("started_at", "lies in the future");
  if (now.getTime() - at.getTime() > MAX_AGO_MS) throw invalid("started_at", "lies more than 400 days back");
  return at;
}

function instanceOf(ctx: Context, input: InstanceInput, startedAt: Date, now: Date): Instance {
  const { kind, hardware = "", count, gpus } = input;
  const mode = input.mode ?? (kind === "gpu" ? "fixed" : "cycle");
  const [resourceKind, resourceId] = (input.resource?.split("/") ?? []) as [ResourceKind?, string?];
  const cycleSeconds = input.cycle_hours * 3_600;
  const planned =
    mode === "fixed" ? later(startedAt, (quantity(input.hours ?? "0") * HOUR_MICRO_MS) / 1_000_000n) : null;
  if (planned && planned <= startedAt) throw invalid("hours", "is less than a millisecond");
  return {
    accountId: ctx.accountId,
    id: input.id,
    kind,
    mode,
    status: "running",
    resourceKind: resourceKind ?? null,
    resourceId: resourceId ?? null,
    model: input.model ?? "",
    hardware,
    units: count ?? gpus ?? (hardware === "" ? 0 : 1),
    vcpus: quantity(input.vcpus),
    memoryGb: quantity(input.memory_gb),
    replicas: input.replicas,
    member: input.member ?? "",
    team: input.team ?? "",
    project: input.project ?? "",
    keyId: ctx.actor.kind === "key" ? ctx.actor.keyId : "",
    endpoint: input.endpoint,
    cycleSeconds,
    startedAt,
    plannedUntil: planned,
    nextCycleAt: planned ?? later(startedAt, cycleSeconds * 1_000),
    stoppedAt: null,
    stopReason: "",
    createdAt: now,
    fingerprint: hash("sha256", JSON.stringify(input), "buffer"),
  };
}

/** Which kinds of resources a kind of instance runs, where that is not free. */
const RUNS: Partial<Record<Instance["kind"], readonly ResourceKind[]>> = {
  guardrail: ["guardrail"],
  custom_script: ["custom_script"],
  model_hosting: ["deployment", "model"],
};

async function requireResource(
  tx: Tx,
  { accountId, kind: runs, resourceKind: kind, resourceId: id }: Instance,
): Promise<void> {
  if (kind === null || id === null) return;
  const fitting = RUNS[runs];
  if (fitting && !fitting.includes(kind))
    throw invalid("resource", `is no ${fitting.join(" or ")}, which is what ${runs} runs`);
  const known = await tx.resource.findUnique({ where: { accountId_kind_id: { accountId, kind, id } } });
  if (known && known.status !== "deleted") return;
  throw invalid(
    "resource",
    known ? "is deleted" : `is not registered: PUT /api/v1/resources/${kind}/${id} first`,
  );
}

/** Whether the instance is there already. @throws Refusal `already_exists` when its id is that of something else */
async function isKnown(tx: Tx, { accountId, id, fingerprint }: Instance): Promise<boolean> {
  const known = await tx.instance.findUnique({ where: { accountId_id: { accountId, id } } });
  if (!known || Buffer.from(known.fingerprint).equals(fingerprint)) return known !== null;
  throw new Refusal("already_exists", `There is an instance ${id} already, and it is something else.`, [
    { field: "id", message: "is taken" },
  ]);
}
