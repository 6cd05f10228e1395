import { Amount } from "@/components/ui/amount";
import { Banner } from "@/components/ui/banner";
import { StatCard } from "@/components/ui/card";
import type { Tie } from "@/lib/reports/liability/read-liability";
import { type JournalLine, raisedBy } from "@/lib/reports/liability/rules/journal";
import { figuresOf } from "@/lib/reports/liability/rules/figures";
import type { CreditMonth } from "@/lib/reports/liability/rules/months";
import { centsDeferred, centsOf } from "@/lib/reports/liability/rules/worth";
import { displayAmount, displayExactAmount } from "@/lib/values/display/amount";
import { plural } from "@/lib/values/display/count";
import { displayUsd } from "@/lib/values/display/usd";
import { formatCredits, formatScaled, type Nano } from "@/lib/values/money";
import { formatUsd, type PicoUsd } from "@/lib/values/usd";

/** The page's question, answered: what is owed, what was earned, and whether that is the ledger. */
export function Answer({
  month,
  lines,
  tie,
  creditValue,
}: {
  month: CreditMonth;
  /** Of the month's journal: what was earned is what they say, to the cent. */
  lines: readonly JournalLine[];
  tie: Tie;
  creditValue: PicoUsd;
}) {
  const credits = figuresOf(month);
  const stat = (label: string, amount: Nano, cents: bigint, note: string) => ({ label, amount, cents, note });
  const { free, owed } = month.pools;
  const { paid: paidWorth, free: freeWorth, owed: owedWorth } = month.worth.pools;
  const ahead = displayAmount(formatCredits(month.ahead.closing), { fixed: true });
  const stats = [
    stat(
      "Deferred revenue",
      credits.deferred,
      centsDeferred(paidWorth.closing, month.worth.ahead.closing),
      month.ahead.closing === 0n ? "paid and not used" : `${ahead} of it charged for time to come`,
    ),
    stat("Promotional credit", free.closing, centsOf(freeWorth.closing), "given and not used"),
    stat("Owed by customers", -owed.closing as Nano, -centsOf(owedWorth.closing), "negative credit"),
    stat("Earned by use", credits.earned, raisedBy(lines, "revenue"), "in the month"),
    stat("Breakage", credits.breakage, raisedBy(lines, "breakage"), "paid, expired in the month"),
  ];
  return (
    <div className="space-y-4">
      {tie.differing.length === 0 ? (
        <Banner tone="good">
          This is the ledger, to the nano-credit: paid, promotional and negative credit add up to{" "}
          {displayExactAmount(formatCredits(tie.ledger))} ECU, the balances of{" "}
          {plural(tie.accounts, "account")}.
        </Banner>
      ) : (
        <Banner tone="bad">
          The report and the ledger differ in {plural(tie.differing.length, "account")}, such as{" "}
          {tie.differing[0]}: run <code>npx ecu verify-ledger</code>.
        </Banner>
      )}
      <dl className="grid gap-3 min-[22rem]:grid-cols-2 lg:grid-cols-5 [&>:last-child]:min-[22rem]:max-lg:col-span-2">
        {stats.map(({ label, amount, cents, note }) => (
          <StatCard
            key={label}
            label={label}
            value={displayUsd(formatScaled(cents, 2))}
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
