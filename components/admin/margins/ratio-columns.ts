import type { Column } from "@/components/ui/data-table";
import type { MarginRow } from "@/lib/metering/margins";
import { percent } from "../backtest-words";
import { times } from "./margin-words";

type Ratios = Pick<MarginRow, "marginPpm" | "markupPpm">;

/** What was earned of revenue, and revenue as so many times the cost. */
export function ratioColumns(total: Ratios): Column<Ratios>[] {
  return [
    {
      key: "margin",
      head: "Margin",
      align: "right",
      narrow: "meta-value",
      cell: ({ marginPpm }) => percent(marginPpm),
      foot: percent(total.marginPpm),
    },
    {
      key: "markup",
      head: "Markup",
      align: "right",
      cell: ({ markupPpm }) => times(markupPpm),
      foot: times(total.markupPpm),
    },
  ];
}
