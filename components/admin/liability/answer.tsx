import { Amount } from "@/components/ui/amount";
import { Banner } from "@/components/ui/banner";
import { StatCard } from "@/components/ui/card";
import type { Tie } from "@/lib/reports/liability/read-liability";
import { figuresOf } from "@/lib/reports/liability/rules/figures";
import type { CreditMonth } from "@/lib/reports/liability/rules/months";
import { displayExactAmount } from "@/lib/values/display/amount";
import { plural } from "@/lib/values/display/count";
import { displayUsd } from "@/lib/values/display/usd";
import { formatCredits, formatScaled, type Nano, negate } from "@/lib/values/money";
import { centsOfCredits, formatUsd, type PicoUsd } from "@/lib/values/usd";

/** The page's question, answered: what is owed, what was earned, and whether that is the ledger. */
export function Answer({ month, tie, creditValue }: { month: CreditMonth; tie: Tie; creditValue: PicoUsd }) {
  const { paid, free, owed } = month.pools;
  const { earned, breakage } = figuresOf(month);
  const stats: readonly (readonly [label: string, amount: Nano, note: string])[] = [
    ["Deferred revenue", paid.closing, "paid and not used"],
    ["Promotional credit", free.closing, "given and not used"],
    ["Owed by customers", negate(owed.closing), "negative credit"],
    ["Earned by use", earned, "in the month"],
    ["Breakage", breakage, "paid, expired in the month"],
  ];
  return (
    <div className="space-y-4">
      {tie.differing.length === 0 ? (
        <Banner tone="good">
          This is the ledger, to the nano-credit: the three kinds of credit add up to{" "}
          {displayExactAmount(formatCredits(tie.ledger))} ECU, the balances of{" "}
          {plural(tie.accounts, "account")}.
        </Banner>
      ) : (
        <Banner tone="bad">
          The report and the ledger differ in {plural(tie.differing.length, "account")}, such as{" "}
          {tie.differing[0]}: run <code>npx ecu verify-ledger</code>.
        </Banner>
      )}
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5 [&>:last-child]:max-lg:col-span-2">
        {stats.map(([label, amount, note]) => (
          <StatCard
            key={label}
            label={label}
            value={displayUsd(formatScaled(centsOfCredits(amount, creditValue), 2))}
            note={
              <>
                <Amount value={formatCredits(amount)} creditValue={formatUsd(creditValue)} /> ECU, {note}
              </>
            }
          />
        ))}
      </dl>
    </div>
  );
}
