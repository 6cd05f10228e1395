import { DataTable } from "@/components/ui/data-table";
import type { TrendPoint } from "@/lib/metering/margin-trend";
import type { TrendPeriod } from "@/lib/metering/schema-margins";
import { displayCount } from "@/lib/values/display/count";
import { displayMonth, displayShortRange } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { ratioColumns } from "./ratio-columns";

/** The chart's numbers, the newest first. */
export function TrendTable({
  points,
  total,
  per,
}: {
  points: readonly TrendPoint[];
  /** The ratios of all of them together. */
  total: Pick<TrendPoint, "marginPpm" | "markupPpm">;
  per: TrendPeriod;
}) {
  const newest = points.at(-1);
  const sum = (of: "revenue" | "costedRevenue" | "cost") =>
    picoUsd(points.reduce((all, point) => all + point[of], 0n));
  const calls = points.reduce((all, point) => all + point.calls, 0);
  return (
    <DataTable
      hasManyColumns
      caption={`Margins per ${per}`}
      rows={points.toReversed()}
      rowKey={({ from }) => from}
      columns={[
        {
          key: "period",
          head: per === "week" ? "Week (UTC)" : "Month (UTC)",
          narrow: "title",
          cell: ({ from, to }) =>
            `${per === "week" ? displayShortRange(from, to) : displayMonth(from)}${from === newest?.from ? ", so far" : ""}`,
          foot: "Total",
        },
        {
          key: "calls",
          head: "Events",
          align: "right",
          cell: (point) => displayCount(point.calls),
          foot: displayCount(calls),
        },
        {
          key: "revenue",
          head: "Revenue",
          align: "right",
          narrow: "value",
          cell: ({ revenue }) => displayUsd(formatUsd(revenue)),
          foot: displayUsd(formatUsd(sum("revenue"))),
        },
        {
          key: "costed",
          head: "With a cost",
          align: "right",
          cell: ({ costedRevenue }) => displayUsd(formatUsd(costedRevenue)),
          foot: displayUsd(formatUsd(sum("costedRevenue"))),
        },
        {
          key: "cost",
          head: "Real cost",
          align: "right",
          narrow: "meta",
          word: "cost",
          cell: ({ cost }) => displayUsd(formatUsd(cost)),
          foot: displayUsd(formatUsd(sum("cost"))),
        },
        {
          key: "profit",
          head: "Profit",
          align: "right",
          cell: ({ costedRevenue, cost }) => displayUsd(formatUsd(picoUsd(costedRevenue - cost))),
          foot: displayUsd(formatUsd(picoUsd(sum("costedRevenue") - sum("cost")))),
        },
        ...ratioColumns(total),
      ]}
    />
  );
}
