import { Download, FileText } from "lucide-react";
import { Amount } from "@/components/ui/amount";
import { DownloadButton } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RowLink } from "@/components/ui/row-link";
import type { MonthLine } from "@/lib/reports/statements/list-months";
import { addedName, usedName } from "@/lib/reports/statements/rules/row-kind";
import { displayMonth } from "@/lib/values/display/time";
import { shortUnitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";
import type { UtcDay } from "@/lib/values/time";

/** A statement for each month, in the words of the statement: opening + added − used = closing, line by line, and each line's end is the next one's beginning. */
export function MonthsTable({
  months,
  unit,
  creditValue,
  fileHref,
  today,
}: {
  /** With the address of each one's signed file. */
  months: readonly MonthLine[];
  unit: Unit;
  creditValue: string;
  fileHref: Readonly<Record<string, string>>;
  /** What its month closes with is not final. */
  today: UtcDay;
}) {
  const wallet = unit === "credit" ? "" : "?unit=tool_run";
  const amount = (
    name: "opening" | "added" | "used" | "closing",
    sign: "" | "+" | "−" | "=",
    word: string,
    narrow: "meta" | "value" | "meta-value",
    className = "",
  ) => ({
    key: name,
    head: `${sign} ${word} (${shortUnitName(unit)})`.trim(),
    align: "right" as const,
    narrow,
    ...(name === "closing" && { unit: shortUnitName(unit) }),
    className: `wide:whitespace-nowrap ${className}`,
    cell: (line: MonthLine) => (
      <>
        <span className="text-xs font-normal text-ink-muted wide:hidden">
          {`${name === "closing" ? "" : sign} ${word.toLowerCase()}`.trim()}{" "}
        </span>
        <Amount value={line[name]} unit={unit} creditValue={creditValue} aligned className="relative" />
      </>
    ),
  });
  const sums = {
    isAllUse: months.every(({ isAllUse }) => isAllUse),
    givesBack: months.some(({ givesBack }) => givesBack),
  };
  const columns: Column<MonthLine>[] = [
    {
      key: "month",
      head: "Month (UTC)",
      narrow: "title",
      cell: ({ month }) => (
        <RowLink href={`/billing/statements/${month.slice(0, 7)}${wallet}`} className="font-medium">
          {displayMonth(month)}
          {month.slice(0, 7) === today.slice(0, 7) && ", so far"}
        </RowLink>
      ),
    },
    // Where there is little room: the closing balance beside the month, and what makes it below, on lines of their own.
    amount("opening", "", "Opening", "meta", "wide:w-40"),
    amount(
      "added",
      "+",
      addedName(sums),
      "meta-value",
      "wide:w-44 narrow:col-span-3 narrow:col-start-1 narrow:row-start-3",
    ),
    amount(
      "used",
      "−",
      usedName(sums),
      "meta-value",
      "wide:w-52 narrow:col-span-3 narrow:col-start-1 narrow:row-start-4",
    ),
    amount("closing", "=", "Closing", "value", "wide:w-40"),
    {
      key: "file",
      head: <span className="sr-only">Signed file</span>,
      align: "right",
      narrow: "meta",
      className: "wide:w-40 narrow:row-start-5",
      cell: ({ month }) => (
        <DownloadButton
          look="row"
          size="sm"
          href={fileHref[month]}
          download
          aria-label={`Signed file of ${displayMonth(month)}`}
          className="relative narrow:mt-1.5"
        >
          <Download aria-hidden />
          Signed file
        </DownloadButton>
      ),
    },
  ];
  return (
    <div className="rounded-lg border bg-surface">
      <DataTable
        hasManyColumns
        caption="Statements by month, newest first"
        columns={columns}
        rows={months}
        rowKey={({ month }) => month}
        empty={
          <EmptyState icon={FileText} title="No statements yet">
            The first month with a transaction has the first statement.
          </EmptyState>
        }
      />
    </div>
  );
}
