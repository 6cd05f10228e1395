import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { PaymentView } from "@/lib/purchases/read-payment";
import { isOpen } from "@/lib/purchases/rules/dispute-state";
import { displayDay } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";

/** What disputes have taken of a payment whose receipt is shown: the receipt says what was paid, and has no paper for this. Nothing where they took nothing. */
export function DisputedNote({ disputes }: { disputes: PaymentView["disputes"] }) {
  const taken = disputes.filter(({ credits, is_back: isBack }) => credits !== "0" && !isBack);
  return taken.map(({ id, amount_cents: cents, status, opened_at: at }) => (
    <Banner key={id} tone="warn" className="mx-auto mb-4 max-w-[52rem]">
      A dispute took {displayUsd(formatScaled(BigInt(cents), 2))} of this payment back, and its credit with
      it. It was opened on {displayDay(at.slice(0, 10))}
      {endOf(status)} <TextLink href="/billing?type=dispute">See the transactions</TextLink>
    </Banner>
  ));
}

function endOf(status: string): string {
  if (isOpen(status)) return " and is not decided yet.";
  // Stripe says who won before it moves the money.
  return status === "won" ? ", and was won: both are on their way back." : ", and the bank has let it stand.";
}
