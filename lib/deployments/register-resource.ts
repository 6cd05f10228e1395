import { inAccount, type Tx } from "@/lib/db/transaction";
import type { Resource } from "@/lib/db/generated/client";
import { quantity } from "@/lib/metering/rules/quantity";
import { type Context, requirePermission } from "@/lib/values/context";
import { invalid, Refusal } from "@/lib/values/refusal";
import { catchUp } from "./catch-up";
import { readRoom, requireRoom } from "./policy";
import { type ResourceView, viewResource } from "./read-resource";
import { platformId, type ResourceInput, type ResourceKind, type ResourceStatus } from "./schema";
import { keepChange, lockResource, nameOf, setStatusWithin, storageFrom } from "./set-status";
import { tellLater } from "./tell-later";

/** What costs by its time once it is deployed: nothing new of it without credit. */
const COSTS: ReadonlySet<ResourceKind> = new Set(["deployment", "guardrail", "custom_script"]);

/** What something new is, if nothing is said: a volume takes room from the beginning. */
const BORN: Partial<Record<ResourceKind, ResourceStatus>> = { volume: "deployed" };

/**
 * Says what there is, under the platform's own id: new, or changed in what is sent. Its status and a volume's size are kept as history.
 * Without credit, scripts of an imported project are drafts, whatever was asked for, and nothing else that costs is deployed.
 * @throws Refusal `insufficient_credits`, `invalid_request` naming the field
 */
export async function registerResource(
  ctx: Context,
  kind: ResourceKind,
  id: string,
  input: ResourceInput,
  now = new Date(),
): Promise<ResourceView> {
  requirePermission(ctx, "resources:write");
  if (!platformId("").safeParse(id).success)
    throw invalid("id", "is 1 to 100 visible ASCII characters without /");
  const at = input.at === undefined ? now : new Date(input.at);
  if (at > now) throw invalid("at", "lies in the future");
  if (kind !== "volume" && input.size_gb !== undefined) throw invalid("size_gb", "is for volumes");
  if (kind !== "deployment" && input.parent !== undefined) throw invalid("parent", "is for deployments");
  const { accountId } = ctx;
  if (kind === "volume") await catchUp(accountId, at);
  await inAccount(accountId, async (tx) => {
    await requireParent(tx, accountId, input.parent);
    const status = await statusFor(tx, ctx, kind, id, input.status);
    const created = await create(
      tx,
      ctx,
      kind,
      id,
      { ...input, status: status ?? BORN[kind] ?? "draft" },
      at,
    );
    if (!created) await change(tx, ctx, kind, id, { ...input, status }, at);
  });
  return viewResource(accountId, kind, id);
}

/** Changes a resource's status, and keeps why. @throws Refusal `not_found`, `insufficient_credits`, `invalid_request` */
export async function changeStatus(
  ctx: Context,
  kind: ResourceKind,
  id: string,
  change: { status: ResourceStatus; note: string; endpoint?: string | undefined; at?: string | undefined },
  now = new Date(),
): Promise<ResourceView> {
  requirePermission(ctx, "resources:write");
  const at = change.at === undefined ? now : new Date(change.at);
  if (at > now) throw invalid("at", "lies in the future");
  const { accountId } = ctx;
  if (kind === "volume") await catchUp(accountId, at);
  await inAccount(accountId, async (tx) => {
    if (change.status === "deployed") await requireCredit(tx, accountId, kind, id);
    else await requireStopped(tx, accountId, kind, id);
    await setStatusWithin(tx, ctx, { ...change, kind, id, at });
  });
  return viewResource(accountId, kind, id);
}

async function requireParent(tx: Tx, accountId: string, parent: string | undefined): Promise<void> {
  if (parent === undefined) return;
  const model = await tx.resource.findUnique({
    where: { accountId_kind_id: { accountId, kind: "model", id: parent } },
  });
  if (!model) throw invalid("parent", "is no registered model");
}

/** The status that a resource gets: a new script without credit is a draft. */
async function statusFor(
  tx: Tx,
  { accountId }: Context,
  kind: ResourceKind,
  id: string,
  asked: ResourceStatus | undefined,
): Promise<ResourceStatus | undefined> {
  if (asked !== "deployed" || !COSTS.has(kind)) return asked;
  const known = await tx.resource.findUnique({ where: { accountId_kind_id: { accountId, kind, id } } });
  if (!known && kind === "custom_script" && (await readRoom(tx, accountId)).available <= 0n) return "draft";
  await requireCredit(tx, accountId, kind, id);
  return asked;
}

/** What is deployed stays deployed; what is not needs credit above the low limit. */
async function requireCredit(tx: Tx, accountId: string, kind: ResourceKind, id: string): Promise<void> {
  if (!COSTS.has(kind)) return;
  const known = await tx.resource.findUnique({ where: { accountId_kind_id: { accountId, kind, id } } });
  if (known?.status !== "deployed") requireRoom(await readRoom(tx, accountId));
}

/** What an instance runs is in service until the instance is stopped: it is billed. @throws Refusal `conflict` */
async function requireStopped(
  tx: Tx,
  accountId: string,
  resourceKind: ResourceKind,
  resourceId: string,
): Promise<void> {
  const running = await tx.instance.findFirst({
    where: { accountId, resourceKind, resourceId, status: "running" },
  });
  if (running) throw new Refusal("conflict", `Instance ${running.id} runs it: stop that first.`);
}

async function create(
  tx: Tx,
  ctx: Context,
  kind: ResourceKind,
  id: string,
  input: ResourceInput & { status: ResourceStatus },
  at: Date,
): Promise<boolean> {
  const { accountId } = ctx;
  const { status } = input;
  const sizeGb = quantity(input.size_gb ?? "0");
  const deployed = status === "deployed" ? at : null;
  const { count } = await tx.resource.createMany({
    data: [
      {
        accountId,
        kind,
        id,
        name: input.name ?? id,
        ...saidIn(input),
        status,
        sizeGb,
        ...storageFrom({ kind, storageDue: null }, status, at),
        lastActiveAt: input.last_active_at ?? null,
        firstDeployedAt: deployed,
        lastDeployedAt: deployed,
        createdAt: at,
        updatedAt: at,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const first = { accountId, kind, id, no: 1, at, status, sizeGb, changedBy: nameOf(ctx.actor) };
  await tx.resourceStatusChange.create({ data: first });
  if (deployed && COSTS.has(kind))
    await tellLater(tx, { accountId, about: "deployed", id: `${kind}/${id}/1` });
  return true;
}

async function change(
  tx: Tx,
  ctx: Context,
  kind: ResourceKind,
  id: string,
  input: ResourceInput,
  at: Date,
): Promise<void> {
  const { accountId } = ctx;
  const before: Resource = await lockResource(tx, accountId, kind, id);
  const where = { accountId_kind_id: { accountId, kind, id } };
  const sizeGb = input.size_gb === undefined ? before.sizeGb : quantity(input.size_gb);
  const resized = sizeGb !== before.sizeGb;
  if (resized) await keepChange(tx, ctx, before, { status: before.status, note: "resized", at }, sizeGb);
  await tx.resource.update({
    where,
    data: {
      ...(input.name !== undefined && { name: input.name }),
      ...saidIn(input),
      ...(input.last_active_at !== undefined && { lastActiveAt: input.last_active_at }),
      updatedAt: at > before.updatedAt ? at : before.updatedAt,
      ...(resized && { sizeGb, changes: before.changes + 1 }),
    },
  });
  if (input.status !== undefined && input.status !== "deployed")
    await requireStopped(tx, accountId, kind, id);
  if (input.status !== undefined)
    await setStatusWithin(tx, ctx, { kind, id, status: input.status, note: "", at });
}

/** The fields that are sent, in the words of the table. */
function saidIn({
  type,
  parent,
  language,
  language_version,
  owner,
  team,
  project,
  endpoint,
  hardware,
}: ResourceInput) {
  const said = {
    type,
    parent,
    language,
    languageVersion: language_version,
    owner,
    team,
    project,
    endpoint,
    hardware,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
