import type { ReactNode } from "react";
import { Sum } from "@/components/ui/sum";
import { UtcTime } from "@/components/ui/utc-time";
import { refName } from "@/lib/ledger/rules/type-names";
import type { ReceiptDocument } from "@/lib/reports/statements/schema";
import { displayAmount } from "@/lib/values/display/amount";
import { unitName } from "@/lib/values/display/unit";
import { displayUsdOfCredits } from "@/lib/values/display/usd";

/** What a receipt says: what was paid, what was credited or charged for it, and the balance before and after. */
export function ReceiptLines({ document }: { document: ReceiptDocument }) {
  const { transaction: row, payment, unit, credit_usd_value: price } = document;
  const name = unitName(unit);
  const size = row.amount.replace("-", "");
  return (
    <>
      <p className="mt-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span className="text-xl font-semibold tracking-tight tabular-nums">
          {displayAmount(row.amount, { sign: "always", decimals: 9 })} {name}
        </span>
        {unit === "credit" && !payment && (
          <span className="text-sm text-ink-muted tabular-nums">≈ {displayUsdOfCredits(size, price)}</span>
        )}
      </p>
      <p className="mt-1 wrap-anywhere">{row.description}</p>
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-sm">
        <Line name="Date">
          <UtcTime at={row.created_at} />
        </Line>
        <Line name="Transaction">
          <span className="font-mono text-xs break-all">{row.id}</span>
        </Line>
        {payment && (
          <Line name="Payment">
            <span className="font-mono text-xs break-all">{payment.id}</span>
          </Line>
        )}
        {row.ref_id && row.ref_id !== payment?.id && (
          <Line name={row.ref_type ? refName(row.ref_type) : "Reference"}>
            <span className="font-mono text-xs break-all">{row.ref_id}</span>
          </Line>
        )}
      </dl>
      <div className="mt-6 grid gap-x-10 gap-y-6 sm:grid-cols-2 print:grid-cols-2">
        {payment && (
          <section aria-label="Payment">
            <h2 className="mb-1 text-sm font-medium">Paid, in {payment.currency}</h2>
            <Sum
              rows={[
                ["Credit", payment.net],
                ["Tax", payment.tax],
              ]}
              total={["Charged", payment.charged]}
            />
            {payment.refunded !== "0.00" && (
              <p className="mt-1 text-xs text-ink-muted">{payment.refunded} of it was paid back.</p>
            )}
          </section>
        )}
        <section aria-label="Balance">
          <h2 className="mb-1 text-sm font-medium">Balance, in {name}</h2>
          <Sum
            rows={[
              ["Before", row.balance_before],
              ["This transaction", row.amount],
            ]}
            total={["After", row.balance_after]}
          />
        </section>
      </div>
    </>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
