import type { Tx } from "@/lib/db/transaction";
import type { LetterContent } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import { displayTime } from "@/lib/values/display/time";
import { writtenUsd } from "../rules/written";

type Content = Omit<LetterContent, "template">;

/** The first decline in a row: what happens next, and how to end it. */
export async function declinedContent(tx: Tx, accountId: string, attemptId: string): Promise<Content | null> {
  const attempt = await tx.rechargeAttempt.findUnique({
    where: { accountId_id: { accountId, id: attemptId } },
  });
  const settings = await tx.rechargeSettings.findUnique({ where: { accountId } });
  if (!attempt || settings?.trouble !== "declined") return null;
  const { name, footnote } = await readerOf(tx, accountId);
  const amount = writtenUsd(attempt.amountCents);
  const next =
    settings.isOn && settings.pausedUntil
      ? `It is tried again at ${displayTime(settings.pausedUntil)}, then less often, and switched off after the fourth decline.`
      : "The bank forbids to try this card again, so that auto-recharge is switched off.";
  return {
    subject: `Auto-recharge of ${amount} was declined`,
    heading: "Your card was declined",
    paragraphs: [
      `The auto-recharge of ${name} could not charge ${amount}: the bank said ${attempt.declineCode.replaceAll("_", " ")}. No credit was added.`,
      next,
      "Choose another card, or add credit yourself, so that nothing is interrupted.",
    ],
    button: { label: "Fix the card", href: settingsLink(accountId) },
    footnote,
  };
}

/** The bank wants to see the person. */
export async function actionContent(tx: Tx, accountId: string, attemptId: string): Promise<Content | null> {
  const attempt = await tx.rechargeAttempt.findUnique({
    where: { accountId_id: { accountId, id: attemptId } },
  });
  if (attempt?.status !== "requires_action") return null;
  const { name, footnote } = await readerOf(tx, accountId);
  const amount = writtenUsd(attempt.amountCents);
  return {
    subject: `Your bank asks you to confirm ${amount}`,
    heading: "Confirm your auto-recharge",
    paragraphs: [
      `The bank wants the auto-recharge of ${name}, ${amount}, to be confirmed by you. Nothing is charged until you do, and nothing else is tried meanwhile.`,
    ],
    button: { label: `Confirm ${amount}`, href: settingsLink(accountId) },
    footnote,
  };
}

/** The cap of the month is reached, or the card is gone. */
export async function stoppedContent(tx: Tx, accountId: string, id: string): Promise<Content | null> {
  const settings = await tx.rechargeSettings.findUnique({ where: { accountId } });
  const [why] = id.split(":");
  if (!settings || settings.trouble !== why) return null;
  const { name, footnote } = await readerOf(tx, accountId);
  const isCap = why === "cap";
  return {
    subject: isCap ? "Auto-recharge has reached its monthly cap" : "Auto-recharge has no card",
    heading: isCap ? "The monthly cap is reached" : "There is no card to charge",
    paragraphs: [
      isCap
        ? `The balance of ${name} is below its threshold, and another charge would be over the cap that you have set for the month. Auto-recharge goes on with the next month (UTC).`
        : `The card that the auto-recharge of ${name} was to charge is not saved any more.`,
      isCap
        ? "Nothing was charged. Raise the cap, or add credit yourself, so that nothing is interrupted."
        : "It is off, and nothing is charged. Choose another card to switch it on again.",
    ],
    button: { label: "Open the settings", href: settingsLink(accountId) },
    footnote,
  };
}

async function readerOf(tx: Tx, accountId: string): Promise<{ name: string; footnote: string }> {
  const { name } = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { name: true },
  });
  return {
    name,
    footnote: `You get this because you answer for the money of ${name}. Account ID ${accountId}.`,
  };
}

function settingsLink(accountId: string): string {
  return linkTo(`/settings/auto-recharge?account=${accountId}`);
}
