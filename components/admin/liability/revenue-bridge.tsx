import { Amount } from "@/components/ui/amount";
import { DataTable } from "@/components/ui/data-table";
import { BRIDGE, type BridgeLine, bridgeOf } from "@/lib/reports/liability/rules/bridge";
import { type JournalLine, raisedBy } from "@/lib/reports/liability/rules/journal";
import type { CreditMonth } from "@/lib/reports/liability/rules/months";
import { centsOf } from "@/lib/reports/liability/rules/worth";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { displayUsd } from "@/lib/values/display/usd";
import { formatCredits, formatScaled } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";

const WORDS: Readonly<Record<BridgeLine, string>> = {
  used: "Used, at its value",
  promotional: "Covered by promotional credit",
  discount: "Paid for at other than its value",
  aheadBefore: "Charged for time to come, before",
  aheadAfter: "Charged for time to come, at its end",
};

/** How the use of a month becomes its revenue, line by line. */
export function RevenueBridge({
  month,
  lines: journal,
  creditValue,
}: {
  month: CreditMonth;
  /** Of the month's journal, which rounds each account by itself. */
  lines: readonly JournalLine[];
  creditValue: PicoUsd;
}) {
  const bridge = bridgeOf(month, creditValue);
  const earned = formatScaled(raisedBy(journal, "revenue"), 2);
  const rounding = raisedBy(journal, "revenue") - centsOf(bridge.earned.worth);
  const lines = BRIDGE.filter((line) => line === "used" || bridge[line].worth !== 0n);
  const credits = roundToSum(lines.map((line) => formatCredits(bridge[line].credits)));
  const dollars = roundToSum(
    lines.map((line) => formatScaled(bridge[line].worth / 10n ** 12n, 9)),
    2,
    formatScaled(centsOf(bridge.earned.worth), 2),
  );
  return (
    <DataTable
      caption="From use to revenue"
      rows={[
        ...lines.map((line, at) => ({
          line: WORDS[line],
          exact: line === "discount" ? null : formatCredits(bridge[line].credits),
          credits: credits[at],
          dollars: dollars[at] ?? "0",
        })),
        ...(rounding === 0n
          ? []
          : [{ line: "Rounding to cents", exact: null, credits: "0", dollars: formatScaled(rounding, 2) }]),
      ]}
      rowKey={({ line }) => line}
      columns={[
        {
          key: "line",
          head: "In the month",
          narrow: "title",
          cell: ({ line }) => line,
          foot: "Earned by use",
        },
        {
          key: "credits",
          head: "ECU",
          align: "right",
          narrow: "meta-value",
          cell: ({ exact, credits: shown }) =>
            exact === null ? null : (
              <>
                <Amount value={exact} shown={shown} aligned />
                <span className="wide:hidden"> ECU</span>
              </>
            ),
          foot: (
            <>
              <Amount value={formatCredits(bridge.earned.credits)} aligned />
              <span className="wide:hidden"> ECU</span>
            </>
          ),
        },
        {
          key: "dollars",
          head: "Dollars",
          align: "right",
          narrow: "value",
          cell: ({ dollars: shown }) => displayUsd(shown),
          foot: displayUsd(earned),
        },
      ]}
    />
  );
}
