import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import { refName } from "@/lib/ledger/rules/type-names";
import type { ReceiptDocument } from "@/lib/reports/statements/schema";
import { displayDay } from "@/lib/values/display/time";
import { paymentName, refundState } from "./paper-names";

type Fact = readonly [name: string, value: ReactNode];

/** What names a paper and what it belongs to: its number, its dates, the paper that it refers to, and the ids behind it. */
export function ReceiptFacts({ document }: { document: ReceiptDocument }) {
  const { transaction: row, payment } = document;
  const facts: Fact[] = [
    ...factsOfPaper(document),
    ["Transaction", <Id key="id">{row.id}</Id>],
    ...(payment ? ([["Payment", <Id key="payment">{payment.id}</Id>]] satisfies Fact[]) : []),
    ...(row.ref_id && row.ref_id !== payment?.id
      ? ([
          [row.ref_type ? refName(row.ref_type) : "Reference", <Id key="ref">{row.ref_id}</Id>],
        ] satisfies Fact[])
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
  const date: Fact = ["Date", <UtcTime key="date" at={row.created_at} />];
  if (!payment) return [date];
  const receipt = <ReceiptLink payment={payment} />;
  switch (paper.kind) {
    case "receipt":
      return [
        ["Number", paper.number ?? "—"],
        ["Paid", <UtcTime key="paid" at={payment.paid_at} />],
        ["Kind", paymentName(payment.kind)],
      ];
    case "credit_note":
      return [["Number", paper.number ?? "—"], date, ["Refund of", receipt], ...stateOf(refund)];
    case "credit_note_canceled":
      return [date, ["Cancels", <CanceledLink key="note" refund={refund} />], ["Refund of", receipt]];
    case "dispute":
    case "dispute_won":
      return [date, ["Payment of", receipt]];
    case "transaction":
      return [date, ["Comes with", receipt]];
  }
}

function stateOf(refund: ReceiptDocument["refund"]): Fact[] {
  if (!refund) return [];
  const { status, reason, id, returned_transaction_id: back } = refund;
  const state = refundState(status);
  return [
    ...(reason ? ([["Reason", sentence(reason)]] satisfies Fact[]) : []),
    [
      "State",
      back ? (
        <TextLink key="state" href={`/billing/receipts/${back}`} prefetch={false}>
          {state}
        </TextLink>
      ) : (
        state
      ),
    ],
    ["Refund", <Id key="refund">{id}</Id>],
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

function sentence(word: string): string {
  const words = word.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
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
