import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import type { PaymentNotices } from "@/lib/purchases/read-notices";
import { methodName } from "./method-name";
import { RemovableBanner } from "./removable-banner";

/** The cookie that remembers the card whose notice somebody has put away. */
export const CARD_SEEN_COOKIE = "ecu_card_seen";

interface Words {
  tone: "warn" | "bad";
  title: string;
  text: string;
  button: string;
  href: string;
}

const RECHARGE: Readonly<Record<NonNullable<PaymentNotices["recharge"]>, Words>> = {
  declined: {
    tone: "bad",
    title: "Auto-recharge failed: the card was declined.",
    text: "It is tried again later. Another card works at once.",
    button: "Fix the card",
    href: "/settings/auto-recharge",
  },
  declined_for_good: {
    tone: "bad",
    title: "Auto-recharge failed and is off: the card was declined.",
    text: "It charges nothing more until you choose a card and switch it on again.",
    button: "Fix the card",
    href: "/settings/auto-recharge",
  },
  requires_action: {
    tone: "bad",
    title: "Auto-recharge waits for you:",
    text: "the bank wants the payment confirmed.",
    button: "Confirm the payment",
    href: "/settings/auto-recharge",
  },
  no_card: {
    tone: "bad",
    title: "Auto-recharge has no card.",
    text: "The card that it charged was removed.",
    button: "Choose a card",
    href: "/settings/auto-recharge",
  },
  cap: {
    tone: "warn",
    title: "Auto-recharge has reached its monthly cap.",
    text: "It charges nothing more before the next month (UTC).",
    button: "Change the cap",
    href: "/settings/auto-recharge",
  },
};

/** What about payments needs a hand, on every page: each with its one next step, for those who may take it. */
export function PaymentBanners({
  notices: { recharge, card, isDisputed },
  mayWrite,
  seenCard,
}: {
  notices: PaymentNotices;
  mayWrite: boolean;
  /** What the cookie remembers. */
  seenCard: string | undefined;
}) {
  const words = recharge && RECHARGE[recharge];
  const step = (button: ReactNode, href: string, look: "danger" | "secondary") =>
    mayWrite && (
      <LinkButton href={href} size="sm" look={look}>
        {button}
      </LinkButton>
    );
  const seen = card && `${card.id}.${card.expiry}`;
  return (
    <>
      {words && (
        <Banner
          tone={words.tone}
          className="mb-6"
          action={step(words.button, words.href, words.tone === "bad" ? "danger" : "secondary")}
        >
          <strong className="font-medium">{words.title}</strong> {words.text}
          {!mayWrite && " Owners, admins and billing members can mend it."}
        </Banner>
      )}
      {isDisputed && (
        <Banner
          tone="warn"
          className="mb-6"
          action={step("See the rows", "/billing?type=dispute", "secondary")}
        >
          <strong className="font-medium">A payment is disputed at the bank.</strong> Its credit is taken back
          until that is decided, and auto-recharge waits as long.
        </Banner>
      )}
      {card && seen !== seenCard && mayWrite && (
        <RemovableBanner
          cookie={`${CARD_SEEN_COOKIE}=${seen}`}
          action={step("Update the card", "/settings/payment-methods", "secondary")}
        >
          <strong className="font-medium">
            {methodName(card)} {card.expiry === "soon" ? "expires soon." : "has expired."}
          </strong>{" "}
          Add another one, so that payments go on.
        </RemovableBanner>
      )}
    </>
  );
}
