import { methodName } from "@/components/purchases/method-name";
import type { PaymentNotices } from "@/lib/purchases/read-notices";
import type { Notice } from "./notice";

/** The cookie that remembers the card whose notice somebody has put away. */
export const CARD_SEEN_COOKIE = "ecu_card_seen";

type Trouble = NonNullable<PaymentNotices["recharge"]>;

const RECHARGE: Readonly<Record<Trouble, Pick<Notice, "tone" | "title" | "text"> & { button: string }>> = {
  declined: {
    tone: "bad",
    title: "Auto-recharge failed: the card was declined.",
    text: "It is tried again later. Another card works at once.",
    button: "Fix the card",
  },
  declined_for_good: {
    tone: "bad",
    title: "Auto-recharge failed and is off: the card was declined.",
    text: "It charges nothing more until you choose a card and switch it on again.",
    button: "Fix the card",
  },
  requires_action: {
    tone: "bad",
    title: "Auto-recharge waits for you:",
    text: "the bank wants the payment confirmed.",
    button: "Confirm the payment",
  },
  no_card: {
    tone: "bad",
    title: "Auto-recharge has no card.",
    text: "The card that it charged was removed.",
    button: "Choose a card",
  },
  cap: {
    tone: "warn",
    title: "Auto-recharge has reached its monthly cap.",
    text: "It charges nothing more before the next month (UTC).",
    button: "Edit the cap",
  },
};

/** What about payments needs a hand, with its step for those who may take it. */
export function paymentNotices(
  { recharge, card, isDisputed }: PaymentNotices,
  { mayWrite, seenCard }: { mayWrite: boolean; seenCard: string | undefined },
): Notice[] {
  const step = (label: string, href: string) => (mayWrite ? { label, href } : null);
  const notices: Notice[] = [];
  if (recharge) {
    const { tone, title, text, button } = RECHARGE[recharge];
    notices.push({
      key: `recharge ${recharge}`,
      ...{ tone, title },
      text: mayWrite ? text : `${text} Owners, admins and billing members can mend it.`,
      step: step(button, "/settings/auto-recharge"),
      putAway: null,
    });
  }
  if (isDisputed)
    notices.push({
      key: "dispute",
      tone: "warn",
      title: "A payment is disputed at the bank.",
      text: "Its credit is taken back until that is decided; auto-recharge waits until then.",
      step: step("See the rows", "/billing?type=dispute"),
      putAway: null,
    });
  const seen = card && `${card.id}.${card.expiry}`;
  if (card && seen !== seenCard && mayWrite)
    notices.push({
      key: `card ${seen}`,
      tone: "warn",
      title: `${methodName(card)} ${card.expiry === "soon" ? "expires soon." : "has expired."}`,
      text: "Add another one, so that payments go on.",
      step: step("Update the card", "/settings/payment-methods"),
      putAway: { cookie: `${CARD_SEEN_COOKIE}=${seen}` },
    });
  return notices;
}
