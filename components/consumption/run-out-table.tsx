import { DataTable } from "@/components/ui/data-table";
import type { CreditForecast } from "@/lib/reports/read-forecast";
import { displayAmount } from "@/lib/values/display/amount";
import { displayDay } from "@/lib/values/display/time";
import { estimate } from "./estimate";
import { daysAhead } from "./run-out-points";

const WEEK = 7;

interface Line {
  day: string;
  balance: string | null;
  low: string;
  middle: string;
  high: string;
}

/** The picture's numbers, week by week. */
export function RunOutTable({ forecast }: { forecast: CreditForecast }) {
  const { past, ahead } = forecast;
  const was = past.filter((_, index) => (past.length - 1 - index) % WEEK === 0);
  const comes = ahead.slice(0, daysAhead(forecast)).filter((_, index) => index > 0 && index % WEEK === 0);
  const lines: Line[] = [
    ...was.map(({ day, balance }) => ({ day, balance, low: "", middle: "", high: "" })),
    ...comes.map(({ day, low, middle, high }) => ({
      day,
      balance: null,
      low: estimate(low),
      middle: estimate(middle),
      high: estimate(high),
    })),
  ];
  const number = (key: "low" | "middle" | "high", head: string) => ({
    key,
    head,
    align: "right" as const,
    narrow: key === "middle" ? ("value" as const) : undefined,
    cell: (line: Line) => line[key],
  });
  return (
    <div className="mt-3 max-w-2xl overflow-hidden rounded-lg border">
      <DataTable
        caption="Balance at the end of a UTC day, week by week"
        rows={lines}
        rowKey={({ day }) => day}
        columns={[
          { key: "day", head: "End of (UTC)", narrow: "title", cell: ({ day }) => displayDay(day) },
          {
            key: "balance",
            head: "Balance (ECU)",
            align: "right",
            narrow: "meta",
            cell: ({ balance }) => (balance === null ? "" : displayAmount(balance, { fixed: true })),
          },
          number("low", "At least"),
          number("middle", "Likely"),
          number("high", "At most"),
        ]}
      />
    </div>
  );
}
