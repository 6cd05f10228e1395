import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { acrossAccounts } from "@/lib/db/transaction";
import { queueEmail } from "@/lib/mail/queue-email";
import { newId } from "@/lib/values/ids";
import { notFound, Refusal } from "@/lib/values/refusal";

/**
 * Sends a mail once more, as a mail of its own with the same words. One that carried a link that opens something has lost it, and is asked
 * for anew by the person.
 * @throws Refusal `not_found`, `conflict`
 */
export async function resendEmail(operator: Operator, { id }: { id: string }): Promise<void> {
  await acrossAccounts(async (tx) => {
    const email = await tx.email.findUnique({ where: { id } });
    if (!email) throw notFound("e-mail");
    const { accountId, recipient, template, subject, html, plain, status } = email;
    if (status === "queued")
      throw new Refusal(
        "conflict",
        "This e-mail is still being tried. What keeps it back is on the page Jobs.",
      );
    if (html === "" && plain === "")
      throw new Refusal(
        "conflict",
        "This e-mail carried a link that opens something, and nobody keeps those. The person can ask for a new one.",
      );
    const dedupeKey = `again:${newId()}`;
    await queueEmail(tx, { accountId, dedupeKey, recipient, mail: { template, subject, html, plain } });
    await auditOperator(tx, operator, {
      action: "email.resent",
      accountId,
      target: `email:${id}`,
      details: { recipient, template },
    });
  });
}
