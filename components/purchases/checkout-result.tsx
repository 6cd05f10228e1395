import { CircleAlert, CircleCheck, Clock } from "lucide-react";
import type { ReactNode } from "react";
import { DownloadButton, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import type { FinishedCheckout } from "@/lib/purchases/finish-checkout";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";
import { FreshBalance } from "./fresh-balance";
import { RefreshWhile } from "./refresh-while";

/** The end of a checkout, in one sentence, with the numbers that belong to it and the one thing to do. */
export function CheckoutResult({
  finished,
  receiptUrl,
  goOn,
}: {
  finished: FinishedCheckout;
  receiptUrl: string | null;
  /** The page that the person was on before. */
  goOn: string | null;
}) {
  const { state, purchase, balance, transactionId, checkoutUrl } = finished;
  const credits = `${displayAmount(purchase.credits)} ECU`;
  const price = displayUsd(formatScaled(BigInt(purchase.amount_cents), 2));
  const rows: (readonly [string, ReactNode])[] = [
    ["Credit", credits],
    ["Price", price],
    ["Balance now", <strong key="balance">{displayAmount(balance)} ECU</strong>],
  ];
  if (transactionId)
    rows.push([
      "Transaction",
      <TextLink key="row" href={`/billing?explain=${transactionId}`}>
        See it in the ledger
      </TextLink>,
    ]);
  const { icon, title, text } = WORDS[state](credits, price);
  return (
    <div className="mx-auto max-w-xl">
      <RefreshWhile waiting={state === "processing"} />
      {state === "paid" && <FreshBalance />}
      <Card>
        <div className="space-y-5 py-2">
          <div className="flex items-start gap-3">
            {icon}
            <div>
              <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
              <p className="mt-1 text-sm text-ink-muted">{text}</p>
            </div>
          </div>
          <Details rows={rows} />
          <div className="flex flex-wrap gap-2">
            {state === "open" && checkoutUrl ? (
              <DownloadButton look="primary" href={checkoutUrl}>
                Back to the payment
              </DownloadButton>
            ) : state === "failed" || state === "expired" ? (
              <LinkButton look="primary" href={`/billing/buy?amount=${purchase.credits}`}>
                Try again
              </LinkButton>
            ) : (
              <LinkButton look="primary" href={goOn ?? "/billing"}>
                {goOn ? "Go on" : "To billing"}
              </LinkButton>
            )}
            {receiptUrl && (
              <DownloadButton href={receiptUrl} target="_blank" rel="noreferrer">
                Receipt
              </DownloadButton>
            )}
          </div>
        </div>
      </Card>
    </div>
  );
}

interface Words {
  icon: ReactNode;
  title: string;
  text: string;
}

const GOOD = <CircleCheck className="mt-0.5 size-6 shrink-0 text-good" aria-hidden />;
const WAIT = <Clock className="mt-0.5 size-6 shrink-0 text-warn" aria-hidden />;
const BAD = <CircleAlert className="mt-0.5 size-6 shrink-0 text-bad" aria-hidden />;

const WORDS: Record<FinishedCheckout["state"], (credits: string, price: string) => Words> = {
  paid: (credits) => ({
    icon: GOOD,
    title: `${credits} added`,
    text: "The payment went through and the credit is in your balance.",
  }),
  processing: (credits, price) => ({
    icon: WAIT,
    title: "Your payment is on its way",
    text: `Your bank has not confirmed the ${price} yet; with a bank debit that takes up to four working days. ${credits} are added the moment it does, and you get an e-mail. You can leave this page.`,
  }),
  open: () => ({
    icon: WAIT,
    title: "Not paid yet",
    text: "The checkout is still open. Nothing was charged so far.",
  }),
  failed: (_credits, price) => ({
    icon: BAD,
    title: "The payment failed",
    text: `Your bank did not pay the ${price}. Nothing was charged and nothing was added.`,
  }),
  expired: () => ({
    icon: BAD,
    title: "The checkout has ended",
    text: "It was open too long, and nothing was charged. Begin a new one to buy.",
  }),
};
