import { Amount } from "@/components/ui/amount";
import { Banner } from "@/components/ui/banner";
import { StatCard } from "@/components/ui/card";
import type { Tie } from "@/lib/reports/liability/read-liability";
import { figuresOf } from "@/lib/reports/liability/rules/figures";
import type { CreditMonth } from "@/lib/reports/liability/rules/months";
import { centsOf, type Worth } from "@/lib/reports/liability/rules/worth";
import { displayExactAmount } from "@/lib/values/display/amount";
import { plural } from "@/lib/values/display/count";
import { displayUsd } from "@/lib/values/display/usd";
import { formatCredits, formatScaled, type Nano } from "@/lib/values/money";
import { formatUsd, type PicoUsd } from "@/lib/values/usd";

/** The page's question, answered: what is owed, what was earned, and whether that is the ledger. */
export function Answer({ month, tie, creditValue }: { month: CreditMonth; tie: Tie; creditValue: PicoUsd }) {
  const [credits, worth] = [figuresOf(month), figuresOf(month.worth)];
  const stat = (label: string, amount: Nano, value: Worth, note: string) => ({ label, amount, value, note });
  const { free, owed } = month.pools;
  const { free: freeWorth, owed: owedWorth } = month.worth.pools;
  const stats = [
    stat("Deferred revenue", credits.deferred, worth.deferred, "at what was paid for it"),
    stat("Promotional credit", free.closing, freeWorth.closing, "given and not used"),
    stat("Owed by customers", -owed.closing as Nano, -owedWorth.closing as Worth, "negative credit"),
    stat("Earned by use", credits.earned, worth.earned, "in the month"),
    stat("Breakage", credits.breakage, worth.breakage, "paid, expired in the month"),
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
        {stats.map(({ label, amount, value, note }) => (
          <StatCard
            key={label}
            label={label}
            value={displayUsd(formatScaled(centsOf(value), 2))}
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
