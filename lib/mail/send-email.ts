import { prisma } from "@/lib/db/client";
import { sender, transport } from "./transport";

/**
 * Sends a queued mail once. A fault that may pass is thrown, so that the queue tries again with back-off; a refusal of
 * the mail server for good, or a fault on the last try, marks it failed. The Message-ID is that of the row: if the
 * process dies after sending and before noting it, mail servers recognise the second one.
 */
export async function sendEmail(emailId: string, { lastTry }: { lastTry: boolean }): Promise<void> {
  const email = await prisma().email.findUnique({ where: { id: emailId } });
  if (email?.status !== "queued") return;
  const { recipient, subject, html, plain } = email;
  const from = sender();
  const messageId = `<${emailId}@${/@([^\s>]+)/.exec(from)?.[1] ?? "localhost"}>`;
  try {
    await transport().sendMail({
      from,
      to: { name: "", address: recipient },
      subject,
      html,
      text: plain,
      messageId,
    });
  } catch (error) {
    const failed = lastTry || isFinal(error);
    const lastError = String(error instanceof Error ? error.message : error).slice(0, 500);
    await prisma().email.update({
      where: { id: emailId },
      data: {
        attempts: { increment: 1 },
        lastError,
        status: failed ? "failed" : "queued",
        ...(failed && withoutSecrets(email)),
      },
    });
    if (failed) return;
    throw error;
  }
  await prisma().email.update({
    where: { id: emailId },
    data: {
      attempts: { increment: 1 },
      status: "sent",
      sentAt: new Date(),
      lastError: null,
      ...withoutSecrets(email),
    },
  });
}

const SECRET = new Set(["password-reset", "invitation"]);

/** Links that open something are only hashes in the database; the mail that carried one must not keep it. */
function withoutSecrets({ template }: { template: string }): { html?: string; plain?: string } {
  return SECRET.has(template) ? { html: "", plain: "" } : {};
}

// 5xx of the server on this recipient or message. Wrong credentials (535 and the like) are ours to repair: try again.
function isFinal(error: unknown): boolean {
  const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
  return code >= 550 && code <= 559;
}
