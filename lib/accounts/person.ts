import { prisma } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { passwordChangedMail } from "@/lib/mail/letters";
import { queueEmail } from "@/lib/mail/queue-email";
import { newId } from "@/lib/values/ids";
import { invalid, Refusal } from "@/lib/values/refusal";
import { auditOperator } from "./audit-operator";
import type { Person } from "./find-session";
import { countTry, forgetTries, LIMITS } from "./limits";
import { hashPassword, isPassword, refuseGuessable } from "./passwords";

export async function renamePerson(
  { userId }: Pick<Person, "userId">,
  { name }: { name: string },
): Promise<void> {
  await prisma().user.update({ where: { id: userId }, data: { name } });
}

/** Whether the person has a password, or signs in through a provider only. */
export async function hasPassword({ userId }: Pick<Person, "userId">): Promise<boolean> {
  const { passwordHash } = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  return passwordHash !== null;
}

/**
 * Sets another password and ends every other session of the person. The one in use goes on.
 * @throws Refusal `invalid_request` naming `current` or `password`, `rate_limited`
 */
export async function changePassword(
  person: Person,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const { userId, sessionId, email, name } = person;
  await countTry(LIMITS.ownPassword, userId);
  const { passwordHash } = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  // Who came through a provider has none yet, and sets their first.
  if (passwordHash !== null && !(await isPassword(passwordHash, current)))
    throw invalid("current", "is not your password");
  refuseGuessable(password, [email, name]);
  const [next, mail] = await Promise.all([hashPassword(password), passwordChangedMail()]);
  // The mail belongs to no account, which only a transaction over all of them may leave.
  await acrossAccounts(async (tx) => {
    const now = new Date();
    await tx.user.update({ where: { id: userId }, data: { passwordHash: next } });
    await tx.session.updateMany({
      where: { userId, revokedAt: null, id: { not: sessionId } },
      data: { revokedAt: now },
    });
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
    await queueEmail(tx, {
      accountId: null,
      dedupeKey: `password-changed:${newId()}`,
      recipient: email,
      mail,
    });
  });
  await forgetTries(LIMITS.ownPassword, userId);
}

/**
 * Makes a person an operator of the platform, or no longer one. For the command line.
 * @throws Refusal `not_found` for an address without a sign-in
 */
export async function setOperator(email: string, isOperator: boolean): Promise<void> {
  // Operators belong to no account.
  await acrossAccounts(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!user) throw new Refusal("not_found", `Nobody signs in as ${email}. Sign up first.`);
    const { count } = await tx.user.updateMany({
      where: { id: user.id, isOperator: !isOperator },
      data: { isOperator },
    });
    if (count === 0) return;
    const action = isOperator ? "operator.made" : "operator.revoked";
    await auditOperator(tx, null, { action, target: `user:${user.id}`, details: { email } });
  });
}
