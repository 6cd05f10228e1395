import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { notFound } from "@/lib/values/refusal";

/** A mail's words. Null while it waits, and for mails that carried a link that opens something: nobody reads those. */
export interface EmailView {
  id: string;
  recipient: string;
  subject: string;
  plain: string | null;
}

/** What somebody was told. @throws Refusal `not_found` */
export async function readEmail(_operator: Operator, { id }: { id: string }): Promise<EmailView> {
  const email = await prisma().email.findUnique({
    where: { id },
    select: { id: true, recipient: true, subject: true, plain: true, status: true },
  });
  if (!email) throw notFound("mail");
  const { status, plain, ...rest } = email;
  return { ...rest, plain: status === "queued" || plain === "" ? null : withoutTokens(plain) };
}

// A link that acts for whoever opens it is for its reader alone.
function withoutTokens(text: string): string {
  return text.replaceAll(/([?&]token=)[^&\s]+/g, "$1…");
}
