import { createHmac, timingSafeEqual } from "node:crypto";
import { prisma } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { confirmAddressMail } from "@/lib/mail/letters";
import { queueEmail } from "@/lib/mail/queue-email";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { deriveSecret } from "./derive-secret";
import { countTry, LIMITS } from "./limits";

interface Addressee {
  userId: string;
  email: string;
}

/** What the link in a welcome mail carries: worth something only in a session of the same person. */
export function addressToken({ userId, email }: Addressee): string {
  return createHmac("sha256", deriveSecret("ecu addresses")).update(`${userId} ${email}`).digest("base64url");
}

/**
 * Notes that a person reads the mail of their address. Two things are needed: the link of the mail, which nobody else has who signed up with
 * the address of others, and a session of who signed up, which the address's owner has not when it was not them.
 * @returns whether the link is this person's
 */
export async function proveAddress(person: Addressee, token: string): Promise<boolean> {
  const wanted = Buffer.from(addressToken(person));
  const given = Buffer.from(token);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
  await prisma().user.updateMany({
    where: { id: person.userId, email: person.email, emailVerifiedAt: null },
    data: { emailVerifiedAt: new Date() },
  });
  return true;
}

/**
 * Sends the welcome mail's link once more.
 * @throws Refusal `conflict` when the address is proven, `rate_limited`
 */
export async function sendAddressLink({ userId, email }: Addressee): Promise<void> {
  const { emailVerifiedAt } = await prisma().user.findUniqueOrThrow({ where: { id: userId } });
  if (emailVerifiedAt) throw new Refusal("conflict", "Your address is confirmed already.");
  await countTry(LIMITS.addressLink, userId);
  const mail = await confirmAddressMail({ token: addressToken({ userId, email }) });
  const dedupeKey = `confirm-address:${newId()}`;
  await acrossAccounts((tx) => queueEmail(tx, { accountId: null, dedupeKey, recipient: email, mail }));
}
