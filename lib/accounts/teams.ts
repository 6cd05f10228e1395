import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { notFound, Refusal } from "@/lib/values/refusal";
import { audit } from "./audit";
import { unlessTaken } from "./unique";

export interface TeamRow {
  id: string;
  slug: string;
  name: string;
  archivedAt: Date | null;
  memberIds: string[];
}

/** The account's teams by name, the archived ones last. */
export async function listTeams(ctx: Context): Promise<TeamRow[]> {
  requirePermission(ctx, "account:read");
  const teams = await inAccount(ctx.accountId, (tx) =>
    tx.team.findMany({
      where: { accountId: ctx.accountId },
      orderBy: [{ archivedAt: { sort: "desc", nulls: "first" } }, { name: "asc" }],
      select: {
        id: true,
        slug: true,
        name: true,
        archivedAt: true,
        teamMembers: { select: { userId: true } },
      },
    }),
  );
  return teams.map(({ teamMembers, ...team }) => ({
    ...team,
    memberIds: teamMembers.map(({ userId }) => userId),
  }));
}

/** Makes a team. `slug` is the word by which usage events name it, and never changes. */
export async function createTeam(
  ctx: Context,
  { name, slug }: { name: string; slug: string },
): Promise<string> {
  requirePermission(ctx, "members:write");
  const id = newId();
  const write = inAccount(ctx.accountId, async (tx) => {
    await tx.team.create({ data: { accountId: ctx.accountId, id, name, slug } });
    await audit(tx, ctx, {
      action: "team.created",
      subjectType: "team",
      subjectId: id,
      details: { name, slug },
    });
  });
  await unlessTaken(
    write,
    () =>
      new Refusal("already_exists", `There is a team ${slug} already.`, [
        { field: "slug", message: "is taken" },
      ]),
  );
  return id;
}

/** Renames a team, archives it or brings it back. Its usage stays where it was. */
export async function saveTeam(
  ctx: Context,
  { id, name, archived }: { id: string; name: string; archived: boolean },
): Promise<void> {
  requirePermission(ctx, "members:write");
  const { accountId } = ctx;
  await inAccount(accountId, async (tx) => {
    const team = await tx.team.findUnique({ where: { accountId_id: { accountId, id } } });
    if (!team) throw notFound("team");
    const archivedAt = archived ? (team.archivedAt ?? new Date()) : null;
    await tx.team.update({ where: { accountId_id: { accountId, id } }, data: { name, archivedAt } });
    await audit(tx, ctx, {
      action: "team.saved",
      subjectType: "team",
      subjectId: id,
      details: { name, archived },
    });
  });
}

/** Puts a member into a team or takes them out. */
export async function setTeamMember(
  ctx: Context,
  { teamId, userId, belongs }: { teamId: string; userId: string; belongs: boolean },
): Promise<void> {
  requirePermission(ctx, "members:write");
  const { accountId } = ctx;
  await inAccount(accountId, async (tx) => {
    if (!(await tx.team.findUnique({ where: { accountId_id: { accountId, id: teamId } } })))
      throw notFound("team");
    if (!(await tx.member.findFirst({ where: { accountId, userId, disabledAt: null } })))
      throw notFound("member");
    const row = { accountId, teamId, userId };
    if (belongs) await tx.teamMember.createMany({ data: [row], skipDuplicates: true });
    else await tx.teamMember.deleteMany({ where: row });
    const action = belongs ? "team.member_added" : "team.member_removed";
    await audit(tx, ctx, { action, subjectType: "team", subjectId: teamId, details: { member: userId } });
  });
}
