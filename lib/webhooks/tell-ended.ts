import { billingPeople } from "@/lib/accounts/billing-people";
import { inAccount } from "@/lib/db/transaction";
import { writeLetter } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import { queueEmail } from "@/lib/mail/queue-email";
import { utcDay } from "@/lib/values/time";

/** Tells those who answer for an account that one of its endpoints was switched off. Once each and day, however often this runs and it is switched on again. */
export async function tellEnded(accountId: string, endpointId: string): Promise<void> {
  const found = await inAccount(accountId, async (tx) => ({
    endpoint: await tx.webhookEndpoint.findFirst({ where: { accountId, id: endpointId, deletedAt: null } }),
    account: await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } }),
  }));
  const { endpoint, account } = found;
  // Somebody has switched it on again meanwhile.
  if (!endpoint?.endedBecause) return;
  const { host } = new URL(endpoint.url);
  const why =
    endpoint.endedBecause === "gone"
      ? `${host} answered “410 Gone”, which says that nobody wants these messages any more.`
      : `For five days ${host} has taken none of the messages that were sent to it.`;
  const mail = await writeLetter({
    template: "webhook-ended",
    subject: `A webhook of ${account.name} was switched off`,
    heading: `The webhook to ${host} was switched off`,
    paragraphs: [
      why,
      "Nothing is sent there any more, and what happens from now on is not kept for it. When the endpoint works again, switch it on: what waits goes out then, and what was given up can be sent again from the log.",
    ],
    button: {
      label: "Look at the webhook",
      href: linkTo(`/settings/webhooks/${endpointId}?account=${accountId}`),
    },
    footnote: `You get this because you answer for the billing of ${account.name}.`,
  });
  const people = await billingPeople(accountId);
  const since = utcDay(endpoint.failingSince ?? new Date());
  await inAccount(accountId, async (tx) => {
    for (const { userId, email } of people)
      await queueEmail(tx, {
        accountId,
        dedupeKey: `webhook-ended:${endpointId}:${since}:${userId}`,
        recipient: email,
        mail,
      });
  });
}
