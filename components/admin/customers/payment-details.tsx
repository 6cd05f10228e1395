import { ExternalLink } from "lucide-react";
import { Timeline } from "@/components/billing/timeline";
import { PaymentPart } from "@/components/purchases/payment-part";
import { Badge } from "@/components/ui/badge";
import { DownloadButton } from "@/components/ui/button";
import type { TransactionRow } from "@/lib/ledger/types";
import type { PaymentView } from "@/lib/purchases/read-payment";
import { PAYMENT_WORDS, refundInWords } from "./payment-words";

/** A payment as who is asked "I paid, and want it back" needs it: how it stands, how it is given back, its papers, and what it did to the ledger. */
export function PaymentDetails({
  payment,
  rows,
  page,
}: {
  payment: PaymentView;
  /** The rows that it wrote, oldest first. */
  rows: readonly TransactionRow[];
  /** Where they are explained. */
  page: string;
}) {
  const [tone, words] = PAYMENT_WORDS[payment.state];
  return (
    <div className="space-y-6">
      <section className="space-y-3 rounded-lg border bg-sunken/50 px-4 py-3">
        <Badge tone={tone}>{words}</Badge>
        <p className="text-sm text-pretty">{refundInWords(payment.state)}</p>
        {payment.stripe_url && (
          <DownloadButton size="sm" href={payment.stripe_url} target="_blank" rel="noreferrer">
            Open it at Stripe
            <ExternalLink aria-hidden />
          </DownloadButton>
        )}
      </section>
      <PaymentPart payment={payment} title="At Stripe" />
      <section>
        <h3 className="mb-2 text-xs font-medium text-ink-muted">What it did to the ledger</h3>
        <Timeline rows={rows} page={page} />
      </section>
    </div>
  );
}
