import type { ReactNode } from "react";
import { PAYMENT_KINDS } from "@/components/purchases/payment-part";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import { refName } from "@/lib/ledger/rules/type-names";
import type { ReceiptDocument } from "@/lib/reports/statements/schema";
import { sentenceOf } from "@/lib/values/display/sentence";
import { displayDay } from "@/lib/values/display/time";
import { refundState } from "./paper-names";

type Fact = readonly [name: string, value: ReactNode];

function fact(name: string, value: ReactNode): Fact {
  return [name, value];
}

/** What names a paper and what it belongs to: its number, its dates, the paper that it refers to, and the ids behind it. */
export function ReceiptFacts({ document }: { document: ReceiptDocument }) {
  const { transaction: row, payment } = document;
  const facts = [
    ...factsOfPaper(document),
    fact("Transaction", <Id>{row.id}</Id>),
    ...(payment ? [fact("Payment", <Id>{payment.id}</Id>)] : []),
    ...(row.ref_id && row.ref_id !== payment?.id
      ? [fact(row.ref_type ? refName(row.ref_type) : "Reference", <Id>{row.ref_id}</Id>)]
      : []),
  ];
  return (
    <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-sm">
      {facts.map(([name, value]) => (
        <Line key={name} name={name}>
          {value}
        </Line>
      ))}
    </dl>
  );
}

function factsOfPaper({ paper, transaction: row, payment, refund }: ReceiptDocument): Fact[] {
  const date = fact("Date", <UtcTime at={row.created_at} />);
  if (!payment) return [date];
  const receipt = <ReceiptLink payment={payment} />;
  switch (paper.kind) {
    case "receipt":
      return [
        fact("Number", paper.number ?? "—"),
        fact("Paid", <UtcTime at={payment.paid_at} />),
        fact("Kind", PAYMENT_KINDS[payment.kind]),
      ];
    case "credit_note":
      return [fact("Number", paper.number ?? "—"), date, fact("Refund of", receipt), ...stateOf(refund)];
    case "credit_note_canceled":
      return [date, fact("Cancels", <CanceledLink refund={refund} />), fact("Refund of", receipt)];
    case "dispute":
    case "dispute_won":
      return [date, fact("Payment of", receipt)];
    case "transaction":
      return [date, fact("Comes with", receipt)];
  }
}

function stateOf(refund: ReceiptDocument["refund"]): Fact[] {
  if (!refund) return [];
  const { status, reason, id, returned_transaction_id: back } = refund;
  const state = refundState(status);
  return [
    ...(reason ? [fact("Reason", sentenceOf(reason))] : []),
    fact(
      "State",
      back ? (
        <TextLink href={`/billing/receipts/${back}`} prefetch={false}>
          {state}
        </TextLink>
      ) : (
        state
      ),
    ),
    fact("Refund", <Id>{id}</Id>),
  ];
}

function ReceiptLink({
  payment: { number, transaction_id: id, paid_at: at },
}: {
  payment: NonNullable<ReceiptDocument["payment"]>;
}) {
  return (
    <>
      <TextLink href={`/billing/receipts/${id}`} prefetch={false}>
        Receipt {number}
      </TextLink>{" "}
      of {displayDay(at.slice(0, 10))}
    </>
  );
}

function CanceledLink({ refund }: { refund: ReceiptDocument["refund"] }) {
  if (!refund?.transaction_id) return <>a credit note</>;
  return (
    <TextLink href={`/billing/receipts/${refund.transaction_id}`} prefetch={false}>
      Credit note {refund.number}
    </TextLink>
  );
}

function Id({ children }: { children: string }) {
  return <span className="font-mono text-xs break-all">{children}</span>;
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
