import { inAccount } from "@/lib/db/transaction";
import type { Resource } from "@/lib/db/generated/client";
import { formatQuantity, type Micro } from "@/lib/metering/rules/quantity";
import { type Context, requirePermission } from "@/lib/values/context";
import { notFound } from "@/lib/values/refusal";
import type { ResourceKind, ResourceQuery, ResourceStatus } from "./schema";

/** A resource as programs see it. */
export interface ResourceRow {
  kind: ResourceKind;
  id: string;
  name: string;
  type: string;
  parent: string | null;
  language: string;
  language_version: string;
  owner: string;
  team: string;
  project: string;
  status: ResourceStatus;
  endpoint: string;
  hardware: string;
  /** Of a volume, in GB. */
  size_gb: string | null;
  last_active_at: string | null;
  first_deployed_at: string | null;
  last_deployed_at: string | null;
  created_at: string;
  updated_at: string;
}

/** A resource with its history, oldest first. */
export interface ResourceView extends ResourceRow {
  history: { at: string; status: ResourceStatus; size_gb: string | null; note: string; changed_by: string }[];
}

/** An account's resources by kind and name. */
export async function listResources(ctx: Context, query: ResourceQuery): Promise<ResourceRow[]> {
  requirePermission(ctx, "usage:read");
  const { accountId } = ctx;
  const { kind, status, parent } = query;
  const rows = await inAccount(accountId, (tx) =>
    tx.resource.findMany({
      where: { accountId, ...(kind && { kind }), ...(status && { status }), ...(parent && { parent }) },
      orderBy: [{ kind: "asc" }, { name: "asc" }, { id: "asc" }],
    }),
  );
  return rows.map(rowOf);
}

/** One resource with its history. @throws Refusal `not_found`, for another account's too */
export function readResource(ctx: Context, kind: ResourceKind, id: string): Promise<ResourceView> {
  requirePermission(ctx, "usage:read");
  return viewResource(ctx.accountId, kind, id);
}

/** The same for verbs that have changed it: who may do that may see what became of it. */
export async function viewResource(accountId: string, kind: ResourceKind, id: string): Promise<ResourceView> {
  const [resource, history] = await inAccount(accountId, async (tx) => [
    await tx.resource.findUnique({ where: { accountId_kind_id: { accountId, kind, id } } }),
    await tx.resourceStatusChange.findMany({ where: { accountId, kind, id }, orderBy: { no: "asc" } }),
  ]);
  if (!resource) throw notFound("resource");
  return {
    ...rowOf(resource),
    history: history.map(({ at, status, sizeGb, note, changedBy }) => ({
      at: at.toISOString(),
      status,
      size_gb: kind === "volume" ? formatQuantity(sizeGb as Micro) : null,
      note,
      changed_by: changedBy,
    })),
  };
}

function rowOf(resource: Resource): ResourceRow {
  const { kind, id, name, type, parent, language, owner, team, project, status, endpoint, hardware } =
    resource;
  return {
    ...{ kind, id, name, type, parent, language, owner, team, project, status, endpoint, hardware },
    language_version: resource.languageVersion,
    size_gb: kind === "volume" ? formatQuantity(resource.sizeGb as Micro) : null,
    last_active_at: resource.lastActiveAt?.toISOString() ?? null,
    first_deployed_at: resource.firstDeployedAt?.toISOString() ?? null,
    last_deployed_at: resource.lastDeployedAt?.toISOString() ?? null,
    created_at: resource.createdAt.toISOString(),
    updated_at: resource.updatedAt.toISOString(),
  };
}
