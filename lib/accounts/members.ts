import { inAccount, type Tx } from "@/lib/db/transaction";
import { prisma } from "@/lib/db/client";
import { type Context, requirePermission, type Role } from "@/lib/values/context";
import { notFound, Refusal } from "@/lib/values/refusal";
import { audit } from "./audit";
import { type ActiveMember, lockMembers } from "./lock-members";
import { leavesAnOwner, mayManage } from "./rules/roles";

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
  teams: { id: string; name: string }[];
  self: boolean;
}

/** The people of an account, in the order in which they joined. */
export async function listMembers(ctx: Context): Promise<MemberRow[]> {
  requirePermission(ctx, "members:read");
  const { accountId, actor } = ctx;
  const members = await inAccount(accountId, (tx) =>
    tx.member.findMany({
      where: { accountId, disabledAt: null },
      orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
      select: {
        userId: true,
        role: true,
        createdAt: true,
        teamMembers: { select: { team: { select: { id: true, name: true, archivedAt: true } } } },
      },
    }),
  );
  const users = await prisma().user.findMany({
    where: { id: { in: members.map(({ userId }) => userId) } },
    select: { id: true, name: true, email: true },
  });
  const byId = new Map(users.map((user) => [user.id, user]));
  return members.map(({ userId, role, createdAt, teamMembers }) => ({
    userId,
    name: byId.get(userId)?.name ?? "",
    email: byId.get(userId)?.email ?? "",
    role,
    joinedAt: createdAt,
    teams: teamMembers
      .filter(({ team }) => !team.archivedAt)
      .map(({ team }) => ({ id: team.id, name: team.name })),
    self: actor.kind === "member" && actor.userId === userId,
  }));
}

/**
 * Gives a member another role, from their next request on.
 * @throws Refusal `forbidden` when owners are concerned and the actor is none; `conflict` for the last owner
 */
export async function changeRole(
  ctx: Context,
  { userId, role }: { userId: string; role: Role },
): Promise<void> {
  requirePermission(ctx, "members:write");
  const { accountId } = ctx;
  await inAccount(accountId, async (tx) => {
    const { rank, members } = await lockMembers(tx, ctx);
    const from = manageable(members, userId, rank, role);
    if (from === role) return;
    if (!leavesAnOwner(members, userId, role)) throw lastOwner();
    await tx.member.update({ where: { accountId_userId: { accountId, userId } }, data: { role } });
    await audit(tx, ctx, {
      action: "member.role_changed",
      subjectType: "member",
      subjectId: userId,
      details: { from, to: role },
    });
  });
}

/**
 * Ends a membership at once. What the person used stays in the books under their name; `revokeKeys` also ends the
 * API keys that they created.
 */
export async function removeMember(
  ctx: Context,
  { userId, revokeKeys }: { userId: string; revokeKeys: boolean },
): Promise<void> {
  requirePermission(ctx, "members:write");
  await inAccount(ctx.accountId, async (tx) => {
    const { rank, members } = await lockMembers(tx, ctx);
    const role = manageable(members, userId, rank, null);
    await endMembership(tx, ctx, members, userId, revokeKeys);
    await audit(tx, ctx, {
      action: "member.removed",
      subjectType: "member",
      subjectId: userId,
      details: { role, keysRevoked: revokeKeys },
    });
  });
}

/** Leaves the account. Everyone may, but for its last owner. */
export async function leaveAccount(ctx: Context): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "member") throw new Refusal("forbidden", "Only a person leaves an account.");
  await inAccount(ctx.accountId, async (tx) => {
    const { members } = await lockMembers(tx, ctx);
    await endMembership(tx, ctx, members, actor.userId, false);
    await audit(tx, ctx, { action: "member.left", subjectType: "member", subjectId: actor.userId });
  });
}

async function endMembership(
  tx: Tx,
  { accountId }: Context,
  members: readonly ActiveMember[],
  userId: string,
  revokeKeys: boolean,
): Promise<void> {
  if (!leavesAnOwner(members, userId, null)) throw lastOwner();
  const now = new Date();
  await tx.member.update({ where: { accountId_userId: { accountId, userId } }, data: { disabledAt: now } });
  await tx.teamMember.deleteMany({ where: { accountId, userId } });
  if (revokeKeys)
    await tx.apiKey.updateMany({
      where: { accountId, createdBy: userId, revokedAt: null },
      data: { revokedAt: now },
    });
}

function manageable(members: readonly ActiveMember[], userId: string, rank: Role, next: Role | null): Role {
  const member = members.find((one) => one.userId === userId);
  if (!member) throw notFound("member");
  if (!mayManage(rank, next ? [member.role, next] : [member.role])) {
    throw new Refusal("forbidden", "Only owners make owners or change them. Ask an owner of the account.");
  }
  return member.role;
}

function lastOwner(): Refusal {
  return new Refusal("conflict", "An account is never without an owner. Make someone else an owner first.");
}
