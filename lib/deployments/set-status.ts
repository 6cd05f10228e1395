import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Resource } from "@/lib/db/generated/client";
import type { Actor, Context } from "@/lib/values/context";
import { invalid, notFound } from "@/lib/values/refusal";
import { startOfDay, utcDay } from "@/lib/values/time";
import type { ResourceKind, ResourceStatus } from "./schema";
import { tellLater } from "./tell-later";

/** What becomes of a resource at a moment. */
export interface StatusChange {
  kind: ResourceKind;
  id: string;
  status: ResourceStatus;
  note: string;
  at: Date;
  endpoint?: string | undefined;
  /** Nobody is told by mail. */
  quiet?: boolean;
  /** What an instance does to its resource counts from the last change on, where it comes late. */
  late?: boolean;
}

/**
 * Locks a resource until the transaction ends: not its key, which instances that begin at the same moment refer to while they wait for the wallet.
 * @throws Refusal `not_found`
 */
export async function lockResource(
  tx: Tx,
  accountId: string,
  kind: ResourceKind,
  id: string,
): Promise<Resource> {
  await sqlOf(tx).query(
    "SELECT id FROM resources WHERE account_id = $1::uuid AND kind = $2::resource_kind AND id = $3 FOR NO KEY UPDATE",
    [accountId, kind, id],
  );
  const resource = await tx.resource.findUnique({ where: { accountId_kind_id: { accountId, kind, id } } });
  if (!resource) throw notFound("resource");
  return resource;
}

/** Changes a resource's status in the caller's transaction, and keeps the change. The same status again changes nothing. */
export async function setStatusWithin(tx: Tx, ctx: Context, change: StatusChange): Promise<void> {
  const { kind, id, status, endpoint } = change;
  const { accountId } = ctx;
  const before = await lockResource(tx, accountId, kind, id);
  const where = { accountId_kind_id: { accountId, kind, id } };
  const at = change.late ? await notBeforeLast(tx, before, change.at) : change.at;
  if (endpoint !== undefined && endpoint !== before.endpoint)
    await tx.resource.update({ where, data: { endpoint } });
  if (before.status === status) return;
  await keepChange(tx, ctx, before, { ...change, at }, before.sizeGb);
  const deployed = status === "deployed";
  await tx.resource.update({
    where,
    data: {
      status,
      updatedAt: at > before.updatedAt ? at : before.updatedAt,
      changes: before.changes + 1,
      ...(deployed && { firstDeployedAt: before.firstDeployedAt ?? at, lastDeployedAt: at }),
      ...storageFrom(before, status, at),
    },
  });
  if (change.quiet || !TOLD.has(kind)) return;
  const about = deployed ? "deployed" : before.status === "deployed" ? "undeployed" : null;
  if (about) await tellLater(tx, { accountId, about, id: `${kind}/${id}/${before.changes + 1}` });
}

/** Of what people are told by mail. */
const TOLD: ReadonlySet<ResourceKind> = new Set(["guardrail", "custom_script", "deployment"]);

async function notBeforeLast(tx: Tx, resource: Resource, at: Date): Promise<Date> {
  const last = await lastChange(tx, resource);
  return last && last.at > at ? last.at : at;
}

function lastChange(tx: Tx, { accountId, kind, id, changes: no }: Resource) {
  return tx.resourceStatusChange.findUnique({ where: { accountId_kind_id_no: { accountId, kind, id, no } } });
}

/** Keeps what a resource has become. @throws Refusal `invalid_request` for what would come before what is known already */
export async function keepChange(
  tx: Tx,
  ctx: Context,
  resource: Resource,
  { status, note, at }: Pick<StatusChange, "status" | "note" | "at">,
  sizeGb: bigint,
): Promise<void> {
  const { accountId, kind, id, changes, storageDue } = resource;
  const last = await lastChange(tx, resource);
  if (last && last.at > at)
    throw invalid("at", `is before the last change of this resource, at ${last.at.toISOString()}`);
  if (storageDue && at < storageDue) throw invalid("at", "lies in a day whose storage is billed already");
  await tx.resourceStatusChange.create({
    data: { accountId, kind, id, no: changes + 1, at, status, sizeGb, note, changedBy: nameOf(ctx.actor) },
  });
}

/** The day from which a volume is billed again, once it takes room. */
export function storageFrom(
  { kind, storageDue }: Pick<Resource, "kind" | "storageDue">,
  status: ResourceStatus,
  at: Date,
): { storageDue?: Date } {
  return kind === "volume" && storageDue === null && TAKES_ROOM.has(status)
    ? { storageDue: startOfDay(utcDay(at)) }
    : {};
}

/** In which a volume takes room, and is billed. */
export const TAKES_ROOM: ReadonlySet<ResourceStatus> = new Set(["deployed", "undeployed", "failed"]);

export function nameOf(actor: Actor): string {
  return actor.kind === "member" || actor.kind === "operator" ? actor.email : actor.name;
}
