import { Amount } from "@/components/ui/amount";
import { DataTable } from "@/components/ui/data-table";
import { BRIDGE, type BridgeLine, bridgeOf, type Counted } from "@/lib/reports/liability/rules/bridge";
import { type JournalLine, raisedBy } from "@/lib/reports/liability/rules/journal";
import type { CreditMonth } from "@/lib/reports/liability/rules/months";
import { centsOf } from "@/lib/reports/liability/rules/worth";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { displayUsd } from "@/lib/values/display/usd";
import { formatCredits, formatScaled, parseScaled } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";

const WORDS: Readonly<Record<BridgeLine, string>> = {
  counted: "Usage charged, as in Margins",
  beyond: "Charged beyond that, net",
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
  margins,
}: {
  month: CreditMonth;
  /** Of the month's journal, which rounds each account by itself. */
  lines: readonly JournalLine[];
  creditValue: PicoUsd;
  /** The month as the margins have it, and its revenue in the cents that stand on their page; null where they do not go back so far. */
  margins: (Counted & { shown: string }) | null;
}) {
  const bridge = bridgeOf(month, creditValue, margins);
  const revenue = raisedBy(journal, "revenue");
  const earned = formatScaled(revenue, 2);
  const [first, ...rest] = BRIDGE.filter((line) => line === "counted" || bridge[line].worth !== 0n);
  const lines = first ? [first, ...rest] : [];
  const credits = roundToSum(lines.map((line) => formatCredits(bridge[line].credits)));
  // Each in its own cents, as they stand on the page that has them: what is left over says so by itself.
  const centsIn = (line: BridgeLine) =>
    line === "promotional" ? -raisedBy(journal, "promotionalUse") : centsOf(bridge[line].worth);
  const dollars = [
    margins?.shown ?? formatScaled(centsOf(bridge.counted.worth), 2),
    ...rest.map((line) => formatScaled(centsIn(line), 2)),
  ];
  const rounding = revenue - dollars.reduce((sum, each) => sum + parseScaled(each, 2), 0n);
  return (
    <DataTable
      caption="From use to revenue"
      rows={[
        ...lines.map((line, at) => ({
          line: line === "counted" && !margins ? "Used, at its value" : WORDS[line],
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
          head: "Credit (ECU)",
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
          head: "Value (USD)",
          align: "right",
          narrow: "value",
          cell: ({ dollars: shown }) => displayUsd(shown),
          foot: displayUsd(earned),
        },
      ]}
    />
  );
}
