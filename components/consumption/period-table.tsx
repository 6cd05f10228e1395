import Link from "next/link";
import { Amount } from "@/components/ui/amount";
import { DataTable } from "@/components/ui/data-table";
import type { Consumption } from "@/lib/reports/consumption/read-consumption";
import { displayCount } from "@/lib/values/display/count";
import { displayDay, displayMonth } from "@/lib/values/display/time";

/** The chart's numbers, newest first, and at the foot what they come to. A row leads to its usage. */
export function PeriodTable({
  consumption: { per, periods, totals, shown },
  creditValue,
}: {
  consumption: Pick<Consumption, "per" | "periods" | "totals" | "shown">;
  creditValue: string;
}) {
  const rows = periods
    .map((period) => ({ ...period, shown: shown.periods.get(period.from) ?? period.charge }))
    .reverse();
  return (
    <DataTable
      caption={per === "day" ? "Consumption per UTC day" : "Consumption per month"}
      rows={rows}
      rowKey={({ from }) => from}
      columns={[
        {
          key: "period",
          head: per === "day" ? "Day (UTC)" : "Month (UTC)",
          foot: "Total",
          narrow: "title",
          cell: ({ from, to }) => (
            <Link
              prefetch={false}
              href={`/usage/calls?${new URLSearchParams({ from, to, of: "all" }).toString()}` as "/usage"}
              className="inline-flex min-h-6 items-center rounded-sm underline-offset-3 hover:underline"
            >
              {per === "day" ? displayDay(from) : displayMonth(from)}
            </Link>
          ),
        },
        {
          key: "calls",
          head: "Events",
          align: "right",
          foot: displayCount(totals.calls),
          cell: ({ calls }) => displayCount(calls),
        },
        {
          key: "tokens",
          head: "Tokens",
          align: "right",
          narrow: "meta",
          foot: displayCount(totals.tokens),
          cell: ({ tokens }) => (
            <>
              {displayCount(tokens)}
              <span className="wide:hidden"> tokens</span>
            </>
          ),
        },
        {
          key: "charge",
          head: "Credits (ECU)",
          align: "right",
          narrow: "value",
          unit: "ECU",
          foot: <Amount value={totals.charge} shown={shown.total} creditValue={creditValue} aligned />,
          cell: ({ charge, shown }) => (
            <Amount value={charge} shown={shown} creditValue={creditValue} aligned />
          ),
        },
      ]}
    />
  );
}
