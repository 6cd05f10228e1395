import { inAccount, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { invalid, notFound, Refusal } from "@/lib/values/refusal";
import { audit } from "./audit";
import { unlessTaken } from "./unique";

export interface ProjectRow {
  id: string;
  slug: string;
  name: string;
  teamId: string | null;
  archivedAt: Date | null;
}

/** The account's projects by name, the archived ones last. */
export async function listProjects(ctx: Context): Promise<ProjectRow[]> {
  requirePermission(ctx, "account:read");
  return inAccount(ctx.accountId, (tx) =>
    tx.project.findMany({
      where: { accountId: ctx.accountId },
      orderBy: [{ archivedAt: { sort: "desc", nulls: "first" } }, { name: "asc" }],
      select: { id: true, slug: true, name: true, teamId: true, archivedAt: true },
    }),
  );
}

/** Makes a project, of a team or of none. `slug` is the word by which usage events name it, and never changes. */
export async function createProject(
  ctx: Context,
  project: { name: string; slug: string; teamId: string | null },
): Promise<string> {
  requirePermission(ctx, "members:write");
  const id = newId();
  const write = inAccount(ctx.accountId, async (tx) => {
    await checkTeam(tx, ctx.accountId, project.teamId);
    await tx.project.create({ data: { accountId: ctx.accountId, id, ...project } });
    await audit(tx, ctx, {
      action: "project.created",
      subjectType: "project",
      subjectId: id,
      details: project,
    });
  });
  await unlessTaken(
    write,
    () =>
      new Refusal("already_exists", `There is a project ${project.slug} already.`, [
        { field: "slug", message: "is taken" },
      ]),
  );
  return id;
}

/** Renames a project, moves it to a team, archives it or brings it back. */
export async function saveProject(
  ctx: Context,
  project: { id: string; name: string; teamId: string | null; archived: boolean },
): Promise<void> {
  requirePermission(ctx, "members:write");
  const { accountId } = ctx;
  const { id, name, teamId, archived } = project;
  await inAccount(accountId, async (tx) => {
    const known = await tx.project.findUnique({ where: { accountId_id: { accountId, id } } });
    if (!known) throw notFound("project");
    await checkTeam(tx, accountId, teamId);
    const archivedAt = archived ? (known.archivedAt ?? new Date()) : null;
    await tx.project.update({
      where: { accountId_id: { accountId, id } },
      data: { name, teamId, archivedAt },
    });
    await audit(tx, ctx, {
      action: "project.saved",
      subjectType: "project",
      subjectId: id,
      details: { name, teamId, archived },
    });
  });
}

async function checkTeam(tx: Tx, accountId: string, teamId: string | null): Promise<void> {
  if (teamId === null) return;
  const team = await tx.team.findUnique({ where: { accountId_id: { accountId, id: teamId } } });
  if (!team) throw invalid("teamId", "is no team of this account");
}
