import { prisma } from "@/lib/db/client";
import { acrossAccounts, type Tx } from "@/lib/db/transaction";
import { queueEmail } from "@/lib/mail/queue-email";
import { signUpAgainMail, welcomeMail } from "@/lib/mail/letters";
import type { Actor } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { invalid, Refusal } from "@/lib/values/refusal";
import { acceptWithin, findOpenInvitation, type OpenInvitation } from "./accept-invitation";
import { createAccountWithin } from "./create-account";
import { countTry, LIMITS } from "./limits";
import { hashPassword, refuseGuessable } from "./passwords";
import { addressToken } from "./prove-address";
import { hasStarter } from "./starter";
import { unlessTaken } from "./unique";

export interface NewPerson {
  name: string;
  email: string;
  password: string;
  /** What their own account is called; by default it carries their name. */
  accountName?: string;
  /** The token of an invitation: then the person joins that account instead of opening one. */
  invitation?: string;
}

/**
 * Signs a person up: with an account of their own, its starter pack and a welcome, or into the account that invited
 * them. All of it or nothing. Returns the account's id.
 *
 * An address that has a sign-in is answered for like any other, after the same work: that is told in its mailbox alone. (Somebody new is let in
 * without a detour by the mailbox, so that who goes on to sign in learns it all the same; but each such try makes an account or sends a mail,
 * and is counted.)
 * @returns the account's id; null where the address has a sign-in already
 * @throws Refusal `rate_limited`, `gone` for a spent invitation; `already_exists` for someone whom an invitation proves to be the owner
 */
export async function signUp(
  person: NewPerson,
  from: { address: string; requestId: string },
): Promise<string | null> {
  await countTry(LIMITS.signUpAddress, from.address);
  refuseGuessable(person.password, [person.email, person.name]);
  const passwordHash = await hashPassword(person.password);
  if (await prisma().user.findUnique({ where: { email: person.email }, select: { id: true } }))
    return answerForOwner(person);
  const accountName = person.accountName ?? `${person.name.slice(0, 90)}’s account`;
  const userId = newId();
  const token = addressToken({ userId, email: person.email });
  const mail = person.invitation
    ? null
    : await welcomeMail({ name: person.name, accountName, token, hasStarter: hasStarter() });
  const actor: Actor = {
    kind: "member",
    userId,
    email: person.email,
    name: person.name,
    role: "owner",
    sessionId: "",
  };
  const write = acrossAccounts(async (tx) => {
    // A link from a mail to this address proves that it is theirs.
    const emailVerifiedAt = person.invitation ? new Date() : null;
    await tx.user.create({
      data: { id: userId, email: person.email, name: person.name, passwordHash, emailVerifiedAt },
    });
    if (person.invitation) return join(tx, person.invitation, actor, from.requestId);
    const accountId = newId();
    await createAccountWithin(tx, accountId, {
      name: accountName,
      ownerId: userId,
      actor,
      requestId: from.requestId,
    });
    if (mail)
      await queueEmail(tx, { accountId, dedupeKey: `welcome:${userId}`, recipient: person.email, mail });
    return accountId;
  });
  return unlessTaken(write, taken).catch((error: unknown) => {
    // Of two at once, the second finds the address taken when it writes.
    if (error instanceof Refusal && error.code === "already_exists") return answerForOwner(person);
    throw error;
  });
}

/** Tells the owner of the address, and nobody else, that there is a sign-in for it. */
async function answerForOwner({ email, invitation }: NewPerson): Promise<null> {
  if (invitation) {
    await acrossAccounts((tx) => invitationFor(tx, invitation, email));
    throw taken();
  }
  const mail = await signUpAgainMail();
  try {
    await countTry(LIMITS.signUpPerson, email);
  } catch (error) {
    // They have been told often enough; to say so here would tell whoever asks.
    if (error instanceof Refusal) return null;
    throw error;
  }
  await acrossAccounts((tx) =>
    queueEmail(tx, { accountId: null, dedupeKey: `sign-up-again:${newId()}`, recipient: email, mail }),
  );
  return null;
}

async function join(
  tx: Tx,
  token: string,
  actor: Extract<Actor, { kind: "member" }>,
  requestId: string,
): Promise<string> {
  const invitation = await invitationFor(tx, token, actor.email);
  await acceptWithin(tx, invitation, actor, requestId);
  return invitation.accountId;
}

async function invitationFor(tx: Tx, token: string, email: string): Promise<OpenInvitation> {
  const invitation = await findOpenInvitation(tx, token);
  if (invitation.email !== email)
    throw invalid("email", `the invitation was sent to another address; sign up with that one`);
  return invitation;
}

function taken(): Refusal {
  const message = "has a sign-in already: sign in, or set a new password";
  return new Refusal("already_exists", `This e-mail address ${message}.`, [{ field: "email", message }]);
}
