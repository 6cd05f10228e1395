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
  return { ...rest, plain: status === "queued" || plain === "" ? null : plain };
}
