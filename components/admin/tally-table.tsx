import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import type { Tally } from "@/lib/metering/drafts/rules/tally";
import { displayCount } from "@/lib/values/display/count";
import { chargeWords, costWords, differenceOf, marginWords } from "./backtest-words";

/** One line of a backtest. */
export interface TallyRow {
  key: string;
  name: ReactNode;
  tally: Tally;
}

/** What calls were charged, and what a draft would have charged for them. */
export function TallyTable({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: string;
  rows: readonly TallyRow[];
}) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "name",
          head,
          narrow: "title",
          cell: ({ name, tally: { unpriced } }) => (
            <span className="block max-w-72 wide:py-1 break-words">
              {name}{" "}
              {unpriced > 0 && <Badge tone="bad">{displayCount(unpriced)} calls without a price</Badge>}
            </span>
          ),
        },
        {
          key: "calls",
          head: "Calls",
          align: "right",
          cell: ({ tally }) => displayCount(tally.calls),
        },
        {
          key: "old",
          head: "Charged",
          align: "right",
          narrow: "meta",
          cell: ({ tally }) => chargeWords(tally.oldCharge, tally.unit),
        },
        {
          key: "new",
          head: "By the draft",
          align: "right",
          narrow: "meta-value",
          cell: ({ tally }) => chargeWords(tally.newCharge, tally.unit),
        },
        {
          key: "difference",
          head: "Difference",
          align: "right",
          narrow: "value",
          cell: ({ tally }) => (
            <span className="font-medium">{chargeWords(differenceOf(tally), tally.unit, "always")}</span>
          ),
        },
        { key: "cost", head: "Real cost", align: "right", cell: ({ tally }) => costWords(tally) },
        {
          key: "margin",
          head: "Margin",
          align: "right",
          cell: ({ tally }) =>
            tally.unit === "credit" ? <span className="whitespace-nowrap">{marginWords(tally)}</span> : "—",
        },
      ]}
    />
  );
}
