import { acrossAccounts, type Tx } from "@/lib/db/transaction";
import type { Actor, Role } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { audit } from "./audit";
import type { Person } from "./find-session";
import { hashToken } from "./tokens";

/** An invitation that can still be accepted. */
export interface OpenInvitation {
  accountId: string;
  accountName: string;
  id: string;
  email: string;
  role: Role;
}

/** @throws Refusal `gone` for a token that is none, or of an invitation that was used, revoked or is too old. */
export async function findOpenInvitation(tx: Tx, token: string): Promise<OpenInvitation> {
  const found = await tx.invitation.findFirst({
    where: {
      tokenHash: hashToken(token),
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      account: { status: "active" },
    },
    select: { accountId: true, id: true, email: true, role: true, account: { select: { name: true } } },
  });
  if (!found) throw gone();
  const { account, ...invitation } = found;
  return { ...invitation, accountName: account.name };
}

/** What an invitation says to whoever holds its link; also whether its address has a sign-in, since the link came by mail to it. */
export function readInvitation(token: string): Promise<OpenInvitation & { hasSignIn: boolean }> {
  return acrossAccounts(async (tx) => {
    const invitation = await findOpenInvitation(tx, token);
    return { ...invitation, hasSignIn: (await tx.user.count({ where: { email: invitation.email } })) > 0 };
  });
}

/**
 * Joins the person to the account that invited their address. The link works once.
 * @throws Refusal `gone`, or `forbidden` when it was sent to another address
 */
export async function acceptInvitation(
  person: Person,
  { token }: { token: string },
  requestId: string,
): Promise<string> {
  return acrossAccounts(async (tx) => {
    const invitation = await findOpenInvitation(tx, token);
    if (invitation.email !== person.email) {
      throw new Refusal(
        "forbidden",
        `The invitation was sent to another address than ${person.email}. Sign out, and sign in or up with that one.`,
      );
    }
    const { userId, email, name, sessionId } = person;
    await acceptWithin(
      tx,
      invitation,
      { kind: "member", userId, email, name, role: invitation.role, sessionId },
      requestId,
    );
    await tx.user.updateMany({
      where: { id: userId, emailVerifiedAt: null },
      data: { emailVerifiedAt: new Date() },
    });
    return invitation.accountId;
  });
}

/** Uses the invitation up and makes the member. Of two at once, one gets it. */
export async function acceptWithin(
  tx: Tx,
  invitation: OpenInvitation,
  actor: Extract<Actor, { kind: "member" }>,
  requestId: string,
): Promise<void> {
  const { accountId, id, role } = invitation;
  const { count } = await tx.invitation.updateMany({
    where: { accountId, id, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: new Date() },
  });
  if (count === 0) throw gone();
  const key = { accountId, userId: actor.userId };
  // Someone who was removed comes back with the role of the invitation; someone who never left keeps theirs.
  const member = await tx.member.findUnique({ where: { accountId_userId: key } });
  if (!member) await tx.member.create({ data: { ...key, role } });
  else if (member.disabledAt)
    await tx.member.update({ where: { accountId_userId: key }, data: { role, disabledAt: null } });
  const deed = { action: "invitation.accepted", subjectType: "invitation", subjectId: id, details: { role } };
  await audit(tx, { accountId, actor: { ...actor, role }, requestId }, deed);
}

function gone(): Refusal {
  return new Refusal(
    "gone",
    "This invitation was used already, was withdrawn, or is older than seven days. Ask for a new one.",
  );
}
