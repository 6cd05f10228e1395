import { Amount } from "@/components/ui/amount";
import { DataTable } from "@/components/ui/data-table";
import { BRIDGE, type BridgeLine, bridgeOf } from "@/lib/reports/liability/rules/bridge";
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
  aheadBefore: "Charged ahead before the month",
  aheadAfter: "Charged ahead at its end",
};

/** How the use of a month becomes its revenue, line by line. */
export function RevenueBridge({ month, creditValue }: { month: CreditMonth; creditValue: PicoUsd }) {
  const bridge = bridgeOf(month, creditValue);
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
      rows={lines.map((line, at) => ({ line, credits: credits[at], dollars: dollars[at] ?? "0" }))}
      rowKey={({ line }) => line}
      columns={[
        {
          key: "line",
          head: "In the month",
          narrow: "title",
          cell: ({ line }) => WORDS[line],
          foot: "Earned by use",
        },
        {
          key: "credits",
          head: "ECU",
          align: "right",
          narrow: "meta-value",
          cell: ({ line, credits: shown }) =>
            line === "discount" ? null : (
              <>
                <Amount value={formatCredits(bridge[line].credits)} shown={shown} aligned />
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
          foot: displayUsd(formatScaled(centsOf(bridge.earned.worth), 2)),
        },
      ]}
    />
  );
}
