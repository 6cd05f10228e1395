import type { Tx } from "@/lib/db/transaction";
import type { LetterContent } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import { displayTime } from "@/lib/values/display/time";
import { declineInWords } from "../rules/decline-words";
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
      `The auto-recharge of ${name} could not charge ${amount}: ${declineInWords(attempt.declineCode)}. No credit was added.`,
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

/** The cap of the month is reached, the card is gone, or it was tried in vain for long enough. */
export async function stoppedContent(tx: Tx, accountId: string, id: string): Promise<Content | null> {
  const settings = await tx.rechargeSettings.findUnique({ where: { accountId } });
  const [why = ""] = id.split(":");
  if (!isStop(why) || settings?.trouble !== why) return null;
  const { name, footnote } = await readerOf(tx, accountId);
  const { failures } = settings;
  return {
    ...STOPPED[why]({ name, failures }),
    button: { label: "Open the settings", href: settingsLink(accountId) },
    footnote,
  };
}

type Stop = "cap" | "no_card" | "declined" | "requires_action";

const STOPPED: Readonly<
  Record<
    Stop,
    (of: { name: string; failures: number }) => Pick<Content, "subject" | "heading" | "paragraphs">
  >
> = {
  cap: ({ name }) => ({
    subject: "Auto-recharge has reached its monthly cap",
    heading: "The monthly cap is reached",
    paragraphs: [
      `The balance of ${name} is below its threshold, and another charge would be over the cap that you have set for the month. Auto-recharge goes on with the next month (UTC).`,
      "Nothing was charged. Raise the cap, or add credit yourself, so that nothing is interrupted.",
    ],
  }),
  no_card: ({ name }) => ({
    subject: "Auto-recharge has no card",
    heading: "There is no card to charge",
    paragraphs: [
      `The card that the auto-recharge of ${name} was to charge is not saved any more.`,
      "It is off, and nothing is charged. Choose another card to switch it on again.",
    ],
  }),
  declined: ({ name, failures }) => ({
    subject: "Auto-recharge is off: the card was declined",
    heading: "Auto-recharge has switched itself off",
    paragraphs: [
      `The card of ${name} was declined ${failures} times in a row, so that auto-recharge is off.`,
      "Nothing more is charged. Choose another card and switch it on again, or add credit yourself, so that nothing is interrupted.",
    ],
  }),
  requires_action: ({ name }) => ({
    subject: "Auto-recharge is off: nobody confirmed it",
    heading: "Auto-recharge has switched itself off",
    paragraphs: [
      `The bank wanted the auto-recharge of ${name} to be confirmed, and nobody did. Nothing was charged.`,
      "Choose another card and switch it on again, or add credit yourself, so that nothing is interrupted.",
    ],
  }),
};

function isStop(why: string): why is Stop {
  return why in STOPPED;
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
