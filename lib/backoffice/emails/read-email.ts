import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { acrossAccounts } from "@/lib/db/transaction";
import { notFound } from "@/lib/values/refusal";

/** A mail's words. Null while it waits, and for mails that carried a link that opens something: nobody reads those. */
export interface EmailView {
  id: string;
  recipient: string;
  subject: string;
  plain: string | null;
}

/** What somebody was told. That it was read stands in the operators' log. @throws Refusal `not_found` */
export async function readEmail(operator: Operator, { id }: { id: string }): Promise<EmailView> {
  // Mails are of any account, or of none.
  const email = await acrossAccounts(async (tx) => {
    const found = await tx.email.findUnique({
      where: { id },
      select: { id: true, accountId: true, recipient: true, subject: true, plain: true, status: true },
    });
    if (!found) throw notFound("e-mail");
    const { accountId, recipient } = found;
    await auditOperator(tx, operator, {
      ...{ action: "email.read", accountId, target: `email:${id}` },
      details: { recipient },
    });
    return found;
  });
  const { recipient, subject, status, plain } = email;
  return { id, recipient, subject, plain: status === "queued" || plain === "" ? null : withoutTokens(plain) };
}

// A link that acts for whoever opens it is for its reader alone.
function withoutTokens(text: string): string {
  return text.replaceAll(/([?&]token=)[^&\s]+/g, "$1…");
}
