import { CreditCard, SearchX } from "lucide-react";
import { PAYMENT_KINDS, Paper } from "@/components/purchases/payment-part";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RowLink } from "@/components/ui/row-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { PaymentRow } from "@/lib/purchases/list-payments";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsd } from "@/lib/values/display/usd";
import { PAYMENT_WORDS } from "./payment-words";

/** What an account paid and was to pay, newest first. What was paid opens beside the list. */
export function PaymentsTable({
  rows,
  hrefOf,
  current,
  filtered,
}: {
  rows: readonly PaymentRow[];
  /** Where a payment is shown. */
  hrefOf: (id: string) => string;
  /** The one that is shown. */
  current: string | undefined;
  filtered: boolean;
}) {
  return (
    <DataTable
      caption="Payments, newest first"
      hasManyColumns
      rows={rows}
      rowKey={({ id }) => id}
      isCurrent={({ id }) => id === current}
      columns={columnsOf(hrefOf)}
      empty={
        filtered ? (
          <EmptyState icon={SearchX} title="No payment is like that">
            Look at all of them: what was begun and never paid stands there as well.
          </EmptyState>
        ) : (
          <EmptyState icon={CreditCard} title="Nothing was paid yet">
            Purchases and auto-recharges stand here from the moment when they are begun, contracts’ invoices
            when they are paid.
          </EmptyState>
        )
      }
    />
  );
}

function columnsOf(hrefOf: (id: string) => string): Column<PaymentRow>[] {
  return [
    {
      key: "at",
      head: "When (UTC)",
      narrow: "meta",
      className: "wide:w-44 wide:text-ink-muted",
      cell: ({ at }) => <UtcTime column at={at} className="relative z-10" />,
    },
    {
      key: "what",
      head: "Payment",
      narrow: "title",
      cell: ({ id, kind, credits, transaction_id, receipt_number: number, is_outside: isOutside }) => {
        const words = `${PAYMENT_KINDS[kind]}, ${displayAmount(credits)} ECU`;
        if (transaction_id === null) return words;
        return (
          <>
            <RowLink href={hrefOf(id)} scroll={false}>
              {words}
            </RowLink>
            {number && <span className="text-ink-muted"> · {number}</span>}
            {isOutside && <span className="text-ink-muted"> · paid outside of Stripe</span>}
          </>
        );
      },
    },
    {
      key: "state",
      head: "State",
      narrow: "meta-value",
      cell: ({ state, decline_code: why }) => {
        const [tone, words] = PAYMENT_WORDS[state];
        return (
          <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
            <Badge tone={tone}>{words}</Badge>
            {why && <span className="text-xs text-ink-muted">{why.replaceAll("_", " ")}</span>}
          </span>
        );
      },
    },
    {
      key: "charged",
      head: "Charged",
      align: "right",
      narrow: "value",
      cell: ({ charged, transaction_id }) => (
        // What was not paid is no money.
        <span className={transaction_id === null ? "text-ink-muted" : undefined}>{displayUsd(charged)}</span>
      ),
    },
    {
      key: "refunded",
      head: "Refunded",
      align: "right",
      className: "wide:text-ink-muted",
      cell: ({ refunded }) => displayUsd(refunded),
    },
    {
      key: "disputed",
      head: "Disputed",
      align: "right",
      className: "wide:text-ink-muted",
      cell: ({ disputed }) => displayUsd(disputed),
    },
    {
      key: "papers",
      head: "Papers",
      className: "wide:w-44",
      cell: ({ receipt_url: receipt, invoice_url: invoice, stripe_url: atStripe }) => (
        <span className="relative z-10 inline-flex gap-3">
          {receipt && <Paper href={receipt}>Receipt</Paper>}
          {invoice && <Paper href={invoice}>Invoice</Paper>}
          {atStripe && <Paper href={atStripe}>Stripe</Paper>}
        </span>
      ),
    },
  ];
}
