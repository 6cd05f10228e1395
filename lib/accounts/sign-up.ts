import { prisma } from "@/lib/db/client";
import { acrossAccounts, type Tx } from "@/lib/db/transaction";
import { queueEmail } from "@/lib/mail/queue-email";
import { welcomeMail } from "@/lib/mail/letters";
import type { Actor } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { invalid, Refusal } from "@/lib/values/refusal";
import { acceptWithin, findOpenInvitation } from "./accept-invitation";
import { createAccountWithin } from "./create-account";
import { countTry, LIMITS } from "./limits";
import { hashPassword, refuseGuessable } from "./passwords";
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
 * @throws Refusal `already_exists` when the address has a sign-in, `rate_limited`, `gone` for a spent invitation
 */
export async function signUp(
  person: NewPerson,
  from: { address: string; requestId: string },
): Promise<string> {
  await countTry(LIMITS.signUpAddress, from.address);
  refuseGuessable(person.password, [person.email, person.name]);
  if (await prisma().user.findUnique({ where: { email: person.email }, select: { id: true } })) throw taken();
  const passwordHash = await hashPassword(person.password);
  const accountName = person.accountName ?? `${person.name.slice(0, 90)}’s account`;
  const mail = person.invitation ? null : await welcomeMail({ name: person.name, accountName });
  const userId = newId();
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
  return unlessTaken(write, taken);
}

async function join(
  tx: Tx,
  token: string,
  actor: Extract<Actor, { kind: "member" }>,
  requestId: string,
): Promise<string> {
  const invitation = await findOpenInvitation(tx, token);
  if (invitation.email !== actor.email)
    throw invalid("email", `the invitation was sent to another address; sign up with that one`);
  await acceptWithin(tx, invitation, actor, requestId);
  return invitation.accountId;
}

function taken(): Refusal {
  const message = "has a sign-in already: sign in, or set a new password";
  return new Refusal("already_exists", `This e-mail address ${message}.`, [{ field: "email", message }]);
}
