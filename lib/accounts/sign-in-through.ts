import { prisma } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { createAccountWithin } from "./create-account";
import { addressProvenMail } from "@/lib/mail/letters";
import { queueEmail } from "@/lib/mail/queue-email";
import { endUnproven } from "./end-unproven";
import { Email, Name } from "./schema";

/** What an outside provider says of someone who signed in there. */
export interface OutsideIdentity {
  provider: string;
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
}

/**
 * The person behind an identity at a provider. A new identity is joined to the person with the same address only if the
 * provider has verified it; and if that address was never proven here, the password set for it goes, and what was made with it, because
 * they may be those of someone who signed up with an address of others and waited. Someone new gets an account of their own.
 * @returns the user's id @throws Refusal `forbidden` without a verified address, or for a disabled person
 */
export async function signInThrough(identity: OutsideIdentity, requestId: string): Promise<string> {
  const { provider, subject } = identity;
  const known = await prisma().identity.findUnique({
    where: { provider_subject: { provider, subject } },
    select: { user: { select: { id: true, disabledAt: true } } },
  });
  if (known) {
    if (known.user.disabledAt) throw refused();
    return known.user.id;
  }
  const email = Email.safeParse(identity.email ?? "");
  if (!email.success || !identity.emailVerified) throw refused();
  const mail = await addressProvenMail();
  return acrossAccounts(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.data } });
    if (user?.disabledAt) throw refused();
    const userId = user?.id ?? newId();
    const now = new Date();
    if (user) {
      if (await endUnproven(tx, userId, requestId))
        await queueEmail(tx, {
          ...{ accountId: null, recipient: user.email, mail },
          dedupeKey: `address-proven:${userId}`,
        });
      const unproven =
        user.emailVerifiedAt === null
          ? { emailVerifiedAt: now, passwordHash: null, sessionVersion: { increment: 1 } }
          : {};
      await tx.user.update({ where: { id: userId }, data: unproven });
    } else {
      const name = Name.catch(email.data.split("@")[0]?.slice(0, 100) || "New member").parse(identity.name);
      await tx.user.create({ data: { id: userId, email: email.data, name, emailVerifiedAt: now } });
      const actor = {
        kind: "member",
        userId,
        email: email.data,
        name,
        role: "owner",
        sessionId: "",
      } as const;
      await createAccountWithin(tx, newId(), {
        name: `${name.slice(0, 90)}’s account`,
        ownerId: userId,
        actor,
        requestId,
      });
    }
    await tx.identity.create({ data: { provider, subject, userId } });
    return userId;
  });
}

function refused(): Refusal {
  return new Refusal(
    "forbidden",
    "The provider did not vouch for an e-mail address. Confirm your address there, or sign in with a password.",
  );
}
