import { inAccount } from "@/lib/db/transaction";
import { invitationMail } from "@/lib/mail/letters";
import { queueEmail } from "@/lib/mail/queue-email";
import { type Context, requirePermission, type Role } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { notFound, Refusal } from "@/lib/values/refusal";
import { DAY_MS } from "@/lib/values/time";
import { audit } from "./audit";
import { countTry, LIMITS } from "./limits";
import { lockMembers } from "./lock-members";
import { requireProven } from "./require-proven";
import { mayManage } from "./rules/roles";
import { hashToken, newToken } from "./tokens";
import { unlessTaken } from "./unique";

const DAYS = 7;

export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  expired: boolean;
}

/**
 * Invites someone by e-mail, for seven days. An open invitation to the same address is withdrawn: the last one counts.
 * @throws Refusal `forbidden` for a role above one's own or before one's address is proven, `already_exists` for a member
 */
export async function inviteMember(
  ctx: Context,
  { email, role }: { email: string; role: Role },
): Promise<void> {
  requirePermission(ctx, "members:write");
  const { name: accountName } = await inAccount(ctx.accountId, async (tx) => {
    await requireProven(tx, ctx);
    return tx.account.findUniqueOrThrow({ where: { id: ctx.accountId } });
  });
  await countTry(LIMITS.invitations, ctx.accountId);
  const token = newToken();
  const invitedBy = ctx.actor.kind === "member" ? ctx.actor.name : accountName;
  const mail = await invitationMail({ accountName, invitedBy, role, token });
  const id = newId();
  const write = inAccount(ctx.accountId, async (tx) => {
    const { rank, members } = await lockMembers(tx, ctx);
    if (!mayManage(rank, [role]))
      throw new Refusal("forbidden", "Only owners invite owners.", [
        { field: "role", message: "is for owners to give" },
      ]);
    const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (members.some((member) => member.userId === known?.id)) throw taken(email);
    await tx.invitation.updateMany({
      where: { accountId: ctx.accountId, email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    const expiresAt = new Date(Date.now() + DAYS * DAY_MS);
    await tx.invitation.create({
      data: {
        accountId: ctx.accountId,
        id,
        email,
        role,
        tokenHash: hashToken(token),
        invitedBy: inviterOf(ctx),
        expiresAt,
      },
    });
    await queueEmail(tx, { accountId: ctx.accountId, dedupeKey: `invitation:${id}`, recipient: email, mail });
    await audit(tx, ctx, {
      action: "member.invited",
      subjectType: "invitation",
      subjectId: id,
      details: { email, role },
    });
  });
  await unlessTaken(write, () => taken(email));
}

/** Invitations that wait for an answer, and those that nobody answered in time. */
export async function listInvitations(ctx: Context): Promise<InvitationRow[]> {
  requirePermission(ctx, "members:read");
  const rows = await inAccount(ctx.accountId, (tx) =>
    tx.invitation.findMany({
      where: { accountId: ctx.accountId, acceptedAt: null, revokedAt: null },
      orderBy: { createdAt: "desc" },
      take: 200,
      select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
    }),
  );
  return rows.map((row) => ({ ...row, expired: row.expiresAt.getTime() < Date.now() }));
}

/** Withdraws an invitation: its link no longer works. */
export async function revokeInvitation(ctx: Context, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "members:write");
  await inAccount(ctx.accountId, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { accountId: ctx.accountId, id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw notFound("invitation");
    await audit(tx, ctx, { action: "invitation.revoked", subjectType: "invitation", subjectId: id });
  });
}

// The column names a person or, for keys and the product itself, whatever acted.
function inviterOf({ actor, accountId }: Context): string {
  if (actor.kind === "member" || actor.kind === "operator") return actor.userId;
  return actor.kind === "key" ? actor.keyId : accountId;
}

function taken(email: string): Refusal {
  const message = "is a member already";
  return new Refusal("already_exists", `${email} ${message}.`, [{ field: "email", message }]);
}
