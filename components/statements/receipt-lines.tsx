import { Sum } from "@/components/ui/sum";
import type { ReceiptDocument } from "@/lib/reports/statements/schema";
import { displayAmount, MINUS } from "@/lib/values/display/amount";
import { displayDescription } from "@/lib/values/display/description";
import { unitName } from "@/lib/values/display/unit";
import { displayUsd, displayUsdOfCredits } from "@/lib/values/display/usd";
import { CreditedLines, PaidLines } from "./money-lines";
import { ReceiptFacts } from "./receipt-facts";

/** What a receipt or credit note says: the money first where there is any, then the credit, and the balance before and after. */
export function ReceiptLines({ document }: { document: ReceiptDocument }) {
  const { transaction: row, payment, refund, paper, unit } = document;
  const name = unitName(unit);
  return (
    <>
      <Headline document={document} />
      <p className="mt-1 wrap-anywhere text-ink-muted" title={row.description}>
        {displayDescription(row.description)}
      </p>
      <ReceiptFacts document={document} />
      {payment && paper.kind === "receipt" && <PaidLines payment={payment} />}
      {refund && paper.kind === "credit_note" && <CreditedLines refund={refund} />}
      <section aria-label="Balance" className="mt-6 sm:ml-auto sm:w-1/2 print:ml-auto print:w-1/2">
        <h2 className="mb-1 text-sm font-medium">Balance ({name})</h2>
        <Sum
          rows={[
            ["Before", row.balance_before],
            ["This transaction", row.amount],
          ]}
          total={["After", row.balance_after]}
        />
      </section>
    </>
  );
}

function Headline({ document }: { document: ReceiptDocument }) {
  const { transaction: row, payment, refund, paper, unit, credit_usd_value: price } = document;
  const credits = `${displayAmount(row.amount, { sign: "always", decimals: 9 })} ${unitName(unit)}`;
  const paid = paper.kind === "receipt" && payment ? `${displayUsd(payment.charged)} paid` : null;
  const back = paper.kind === "credit_note" && refund ? MINUS + displayUsd(refund.amount) : null;
  const money = paid ?? back;
  return (
    <p className="mt-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 tabular-nums">
      <span className="text-xl font-semibold tracking-tight">{money ?? credits}</span>
      {money !== null && <span className="text-sm text-ink-muted">{credits}</span>}
      {unit === "credit" && !payment && (
        <span className="text-sm text-ink-muted">
          ≈ {displayUsdOfCredits(row.amount.replace("-", ""), price)}
        </span>
      )}
    </p>
  );
}
