import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { Details } from "@/components/ui/details";
import { UtcTime } from "@/components/ui/utc-time";
import type { PaymentView } from "@/lib/purchases/read-payment";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";

/** What was paid for. */
export const PAYMENT_KINDS = {
  topup: "Purchase",
  auto_recharge: "Auto-recharge",
  contract: "Contract’s invoice",
} as const;

/** The payment behind a row: what was charged, what went back of it, and Stripe's papers. */
export function PaymentPart({ payment, title = "Its payment" }: { payment: PaymentView; title?: string }) {
  const { receipt_url: receipt, invoice_url: invoice } = payment;
  const rows: (readonly [string, ReactNode])[] = [
    ["Kind", PAYMENT_KINDS[payment.kind]],
    ["Charged", usd(payment.charged_cents)],
    ...(payment.tax_cents > 0 ? [["Of that, tax", usd(payment.tax_cents)] as const] : []),
    ["Credit bought", `${displayAmount(payment.credits)} ECU`],
    ["Paid", <UtcTime key="paid" at={payment.paid_at} />],
    ...payment.refunds.map(
      ({ id, amount_cents, credits, status }, index) =>
        [
          unbroken(`Refund ${index + 1}, ${usd(amount_cents)}`),
          <Back key={id} credits={credits} status={status} id={id} label="refund id" />,
        ] as const,
    ),
    ...payment.disputes.map(
      ({ id, amount_cents, credits, status, reason }, index) =>
        [
          unbroken(`Dispute ${index + 1}, ${usd(amount_cents)}`),
          <Back
            key={id}
            credits={credits}
            status={[reason, status].filter(Boolean).join(", ")}
            id={id}
            label="dispute id"
          />,
        ] as const,
    ),
    ["Payment", <CopyId key="id" id={payment.id} label="payment id" />],
  ];
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-ink-muted">{title}</h3>
      <Details rows={rows} />
      {(receipt || invoice) && (
        <p className="mt-2 flex flex-wrap gap-4 text-sm">
          {receipt && <Paper href={receipt}>Receipt</Paper>}
          {invoice && <Paper href={invoice}>Invoice</Paper>}
        </p>
      )}
    </section>
  );
}

/** On a phone what it brought back goes into two lines, and not its name into three. */
function unbroken(name: string): string {
  return name.replaceAll(" ", "\u00a0");
}

function Back({
  credits,
  status,
  id,
  label,
}: {
  credits: string;
  status: string;
  id: string;
  label: string;
}) {
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      {displayAmount(credits)} ECU <Badge>{status.replaceAll("_", " ")}</Badge>{" "}
      <CopyId id={id} label={label} />
    </span>
  );
}

/** A paper at Stripe, in a window of its own. */
export function Paper({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="rounded-sm text-accent-ink underline decoration-accent-ink/40 underline-offset-3 hover:decoration-accent-ink"
    >
      {children}
    </a>
  );
}

function usd(cents: number): string {
  return displayUsd(formatScaled(BigInt(cents), 2));
}
