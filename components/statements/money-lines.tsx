import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { refundStatus, returns } from "@/lib/purchases/rules/refund-status";
import type { ReceiptDocument } from "@/lib/reports/statements/schema";
import { displayAmount, MINUS } from "@/lib/values/display/amount";
import { displayDay } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled, parseScaled } from "@/lib/values/money";

type Payment = NonNullable<ReceiptDocument["payment"]>;
type Refund = Payment["refunds"][number];

interface Line {
  name: ReactNode;
  amount: string;
  isSum?: boolean;
}

/** What was sold and paid, to the cent, and what was paid back of it since. A tax line stands there only where tax was charged. */
export function PaidLines({ payment }: { payment: Payment }) {
  const { charged, tax, net, credits, refunded } = payment;
  // One that failed was paid back by nobody.
  const refunds = payment.refunds.filter(({ status }) => !returns(refundStatus(status)));
  const lines: Line[] = [
    { name: `${displayAmount(credits, { decimals: 9 })} ECU of prepaid credit`, amount: displayUsd(net) },
    ...(tax === null ? [] : [{ name: "Tax", amount: displayUsd(tax) }]),
    { name: <Total name="Total paid" tax={tax} />, amount: displayUsd(charged), isSum: true },
  ];
  if (refunds.length === 0) return <Lines caption="What was paid" lines={lines} />;
  const left = formatScaled(parseScaled(charged, 2) - parseScaled(refunded, 2), 2);
  const back = refunds.map((refund) => ({
    name: <CreditNoteLink refund={refund} />,
    amount: less(refund.amount),
  }));
  return (
    <Lines
      caption="What was paid, and what was paid back of it"
      lines={[...lines, ...back, { name: "Paid after refunds", amount: displayUsd(left), isSum: true }]}
    />
  );
}

/** What a credit note gives back, below zero. */
export function CreditedLines({ refund: { credits, net, tax, amount } }: { refund: Refund }) {
  return (
    <Lines
      caption="What was paid back"
      lines={[
        { name: `${displayAmount(credits, { decimals: 9 })} ECU of prepaid credit`, amount: less(net) },
        ...(tax === null ? [] : [{ name: "Tax", amount: less(tax) }]),
        { name: <Total name="Total credited" tax={tax} />, amount: less(amount), isSum: true },
      ]}
    />
  );
}

function Total({ name, tax }: { name: string; tax: string | null }) {
  if (tax !== null) return name;
  return (
    <>
      {name} <span className="font-normal text-ink-muted">(no tax was charged)</span>
    </>
  );
}

function CreditNoteLink({ refund: { number, transaction_id: id, refunded_at: at } }: { refund: Refund }) {
  const day = displayDay(at.slice(0, 10));
  if (!number || !id) return <>Refund of {day}</>;
  return (
    <>
      <TextLink href={`/billing/receipts/${id}`} prefetch={false}>
        Credit note {number}
      </TextLink>
      , {day}
    </>
  );
}

function less(usd: string): string {
  return /^0\.0+$/.test(usd) ? displayUsd(usd) : MINUS + displayUsd(usd);
}

function Lines({ caption, lines }: { caption: string; lines: readonly Line[] }) {
  return (
    <table className="mt-6 w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b text-xs text-ink-muted">
          <th scope="col" className="pb-1 text-left font-medium">
            Description
          </th>
          <th scope="col" className="pb-1 pl-4 text-right font-medium whitespace-nowrap">
            Amount (USD)
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, amount, isSum }, index) => (
          <tr key={index} className={isSum ? "border-t border-line-strong font-medium" : undefined}>
            <th scope="row" className={`py-1.5 pr-4 text-left ${isSum ? "font-medium" : "font-normal"}`}>
              {name}
            </th>
            <td className="py-1.5 pl-4 text-right whitespace-nowrap tabular-nums">{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
