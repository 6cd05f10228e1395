import { Amount } from "@/components/ui/amount";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { type Figures, figuresOf } from "@/lib/reports/liability/rules/figures";
import type { CreditMonth } from "@/lib/reports/liability/rules/months";
import { centsDeferred } from "@/lib/reports/liability/rules/worth";
import { displayMonth } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";
import { formatCredits, formatScaled, type Nano } from "@/lib/values/money";

const COLUMNS = [
  ["sold", "+", "Sold"],
  ["earned", "−", "Earned by use"],
  ["breakage", "−", "Expired unused"],
  ["wentBack", "−", "Refunds, disputes"],
  ["corrected", "+", "Corrected"],
] as const;

/** Paid credit month by month, the newest first: what was sold, what of it was earned, and what is still owed. */
export function MonthsTable({ months, current }: { months: readonly CreditMonth[]; current: string }) {
  return (
    <DataTable
      hasManyColumns
      caption="Paid credit by month"
      rows={months.map((each) => ({ ...each, figures: figuresOf(each) }))}
      rowKey={({ month }) => month}
      isCurrent={({ month }) => month === current}
      columns={[
        {
          key: "month",
          head: "Month (UTC)",
          narrow: "title",
          cell: ({ month }) => (
            <TextLink href={`/admin/liability?month=${month}`}>{displayMonth(`${month}-01`)}</TextLink>
          ),
        },
        ...COLUMNS.map(([key, sign, head]) => ({
          key,
          head: `${sign} ${head}`,
          align: "right" as const,
          narrow: key === "sold" ? ("meta" as const) : key === "earned" ? ("meta-value" as const) : undefined,
          cell: ({ figures }: { figures: Figures<Nano> }) => (
            <>
              <span className="wide:hidden">{`${sign} ${head.toLowerCase()} `}</span>
              <Amount value={formatCredits(figures[key])} aligned />
            </>
          ),
        })),
        {
          key: "closing",
          head: "Deferred at its end (ECU)",
          align: "right",
          narrow: "value",
          unit: "ECU",
          cell: ({ figures }) => (
            <Amount value={formatCredits(figures.deferred)} aligned className="font-medium" />
          ),
        },
        {
          key: "dollars",
          head: "Deferred (USD)",
          align: "right",
          cell: ({ worth: { pools, ahead } }) =>
            displayUsd(formatScaled(centsDeferred(pools.paid.closing, ahead.closing), 2)),
        },
      ]}
    />
  );
}
