import { type BillingPerson, billingPeople } from "@/lib/accounts/billing-people";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { writeLetter } from "@/lib/mail/letter";
import { queueEmail } from "@/lib/mail/queue-email";
import { contentOf } from "./letters";
import type { Telling } from "./tell-later";

/** Tells those who answer for an account's money what has become of what runs there. Once each, however often this runs. */
export async function tell(telling: Telling): Promise<void> {
  const { accountId, about } = telling;
  const people = await withoutLetter(telling, await billingPeople(accountId));
  if (people.length === 0) return;
  const content = await inAccount(accountId, (tx) => contentOf(tx, telling));
  if (!content) return;
  const mail = await writeLetter({ template: `deployment-${about}`, ...content });
  await inAccount(accountId, async (tx) => {
    for (const person of people)
      await queueEmail(tx, { accountId, dedupeKey: keyOf(telling, person), recipient: person.email, mail });
  });
}

// The platform's ids are of its accounts: the account belongs to the key.
function keyOf({ accountId, about, id }: Telling, { userId }: BillingPerson): string {
  return `deployment-${about}:${accountId}:${id}:${userId}`;
}

/** Who has not got it yet: a sweep asks every minute, and to write a letter takes longer than to look. */
async function withoutLetter(telling: Telling, people: readonly BillingPerson[]): Promise<BillingPerson[]> {
  const keys = people.map((person) => keyOf(telling, person));
  const sent = await prisma().email.findMany({
    where: { dedupeKey: { in: keys } },
    select: { dedupeKey: true },
  });
  const known = new Set(sent.map(({ dedupeKey }) => dedupeKey));
  return people.filter((person) => !known.has(keyOf(telling, person)));
}
