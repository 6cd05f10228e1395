import type { Metadata } from "next";
import { CustomerSheet } from "@/components/admin/customers/customer-sheet";
import { PaymentDetails } from "@/components/admin/customers/payment-details";
import { refundInWords } from "@/components/admin/customers/payment-words";
import { PaymentsTable } from "@/components/admin/customers/payments-table";
import { linkWith, oneOf } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { ViewLinks } from "@/components/admin/view-links";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { ExportButton } from "@/components/ui/export-button";
import { listPayments } from "@/lib/purchases/list-payments";
import { readPaymentById } from "@/lib/purchases/read-payment";
import { PAYMENT_VIEWS } from "@/lib/purchases/rules/payment-views";
import { explainRow } from "@/lib/reports/explain/explain-row";
import type { Context } from "@/lib/values/context";
import { CircleHelp } from "lucide-react";
import { absent } from "../../../absent";
import { pageCustomer } from "../read";

export const metadata: Metadata = { title: "Payments of an account" };

const WORDS = { all: "All", given_back: "Refunded or disputed", not_paid: "Not paid" } as const;

/** What an account paid in money, what went back of it, and how that is done. */
export default async function CustomerPaymentsPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ ctx }, query] = await Promise.all([pageCustomer(params), searchParams]);
  const view = PAYMENT_VIEWS.find((each) => each === query.view) ?? "all";
  const before = oneOf(query.before);
  const open = oneOf(query.payment);
  const [{ rows, next }, opened] = await Promise.all([
    listPayments(ctx, { view, before }),
    open === undefined ? null : readOpened(ctx, open),
  ]);
  const path = `/admin/accounts/${ctx.accountId}/payments`;
  const filter = { view: view === "all" ? undefined : view };
  const here = { ...filter, before };
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ViewLinks
          label="Payments"
          views={PAYMENT_VIEWS.map((each) => ({ view: each, label: WORDS[each] }))}
          current={view}
          hrefOf={(each) => linkWith(path, { view: each === "all" ? undefined : each })}
        />
        <ExportButton href={linkWith(`/api/admin/accounts/${ctx.accountId}/payments.csv`, filter)} />
      </div>
      <p className="max-w-lead text-sm text-pretty text-ink-muted">
        What was paid: purchases, auto-recharges, and the paid invoices of{" "}
        <TextLink href="/admin/contracts">contracts</TextLink>, where those still to be paid stand; an invoice
        that was marked as paid at Stripe was paid outside of it, such as by bank transfer. Credit that was
        added by hand or by a platform is no payment: it is among the{" "}
        <TextLink href={`/admin/accounts/${ctx.accountId}/transactions`}>transactions</TextLink>.{" "}
        {refundInWords("paid")}
      </p>
      <Card flush>
        <PaymentsTable
          rows={rows}
          hrefOf={(payment) => linkWith(path, { ...here, payment })}
          current={open}
          filtered={view !== "all" || before !== undefined}
        />
      </Card>
      <Pager
        newest={before ? linkWith(path, filter) : null}
        older={next ? linkWith(path, { ...filter, before: next }) : null}
      />
      {open !== undefined && (
        <CustomerSheet title="Payment" closed={linkWith(path, here)}>
          {opened ? (
            <PaymentDetails {...opened} page={`/admin/accounts/${ctx.accountId}/transactions`} />
          ) : (
            <EmptyState icon={CircleHelp} title="There is no such payment">
              The link names none of this account’s.
            </EmptyState>
          )}
        </CustomerSheet>
      )}
    </div>
  );
}

/** A payment with the rows that it wrote; null where the link names none. */
async function readOpened(ctx: Context, id: string) {
  const payment = await readPaymentById(ctx, id).catch(absent);
  return payment && { payment, rows: (await explainRow(ctx, payment.transaction_id)).timeline };
}
