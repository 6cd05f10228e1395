import { prisma } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { passwordChangedMail, passwordResetMail } from "@/lib/mail/letters";
import { queueEmail } from "@/lib/mail/queue-email";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { endUnproven } from "./end-unproven";
import { countTry, LIMITS } from "./limits";
import { hashPassword, refuseGuessable } from "./passwords";
import { hashToken, newToken } from "./tokens";

const HOUR_MS = 3_600_000;

/**
 * Sends a link to set a new password, if the address has a sign-in. Whether it has is told only in that mailbox: for
 * any address the answer is the same, and so is the work before it.
 * @throws Refusal `rate_limited`
 */
export async function requestPasswordReset(
  { email }: { email: string },
  from: { address: string },
): Promise<void> {
  await countTry(LIMITS.resetAddress, from.address);
  await countTry(LIMITS.resetPerson, email);
  const token = newToken();
  const mail = await passwordResetMail(token);
  await acrossAccounts(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true, disabledAt: true } });
    if (!user || user.disabledAt) return;
    await tx.passwordReset.create({
      data: { tokenHash: hashToken(token), userId: user.id, expiresAt: new Date(Date.now() + HOUR_MS) },
    });
    await queueEmail(tx, { accountId: null, dedupeKey: `password-reset:${newId()}`, recipient: email, mail });
  });
}

/**
 * Sets a new password by the link of a mail, once, and ends every session of the person, and what was made before if the address was never proven.
 * @throws Refusal `gone` for a link that was used or is too old, `invalid_request` for a guessable password
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  from: { address: string; requestId: string },
): Promise<void> {
  await countTry(LIMITS.resetAddress, from.address);
  const tokenHash = hashToken(token);
  const known = await prisma().passwordReset.findUnique({
    where: { tokenHash },
    select: { user: { select: { email: true, name: true } } },
  });
  if (!known) throw gone();
  refuseGuessable(password, [known.user.email, known.user.name]);
  const [passwordHash, mail, mailOfEnds] = await Promise.all([
    hashPassword(password),
    passwordChangedMail(),
    passwordChangedMail({ ended: true }),
  ]);
  await acrossAccounts(async (tx) => {
    const now = new Date();
    // Of two at once, one gets it.
    const { count } = await tx.passwordReset.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw gone();
    const { userId } = await tx.passwordReset.findUniqueOrThrow({ where: { tokenHash } });
    const ended = await endUnproven(tx, userId, from.requestId);
    const { email } = await tx.user.update({
      where: { id: userId },
      data: { passwordHash, emailVerifiedAt: now, sessionVersion: { increment: 1 } },
    });
    // The other links that were asked for are worth nothing now.
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
    await queueEmail(tx, {
      accountId: null,
      dedupeKey: `password-changed:${newId()}`,
      recipient: email,
      mail: ended ? mailOfEnds : mail,
    });
  });
}

function gone(): Refusal {
  return new Refusal("gone", "This link was used already or is older than an hour. Ask for a new one.");
}
