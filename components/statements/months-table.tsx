import { Download, FileText } from "lucide-react";
import Link from "next/link";
import { Amount } from "@/components/ui/amount";
import { DownloadButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { MonthLine } from "@/lib/reports/statements/list-months";
import { usedName } from "@/lib/reports/statements/rules/row-kind";
import { displayMonth } from "@/lib/values/display/time";
import type { Unit } from "@/lib/values/ids";

/** A statement for each month, in the words of the statement: opening + added − used = closing, line by line, and each line's end is the next one's beginning. */
export function MonthsTable({
  months,
  unit,
  creditValue,
  fileHref,
}: {
  /** With the address of each one's signed file. */
  months: readonly MonthLine[];
  unit: Unit;
  creditValue: string;
  fileHref: Readonly<Record<string, string>>;
}) {
  const wallet = unit === "credit" ? "" : "?unit=tool_run";
  const amount = (
    name: "opening" | "added" | "used" | "closing",
    sign: "" | "+" | "−" | "=",
    word: string,
    narrow?: "value" | "meta-value",
  ) => ({
    key: name,
    head: `${sign} ${word}`.trim(),
    align: "right" as const,
    ...(narrow && { narrow }),
    className: "wide:w-40 wide:whitespace-nowrap",
    cell: (line: MonthLine) => (
      <>
        {narrow && (
          <span
            // More than a word would reach the button beside it.
            className={cn(
              "text-xs font-normal text-ink-muted wide:hidden",
              word.includes(" ") && "block leading-3",
            )}
          >
            {word.toLowerCase()}{" "}
          </span>
        )}
        <Amount value={line[name]} unit={unit} creditValue={creditValue} aligned className="relative" />
      </>
    ),
  });
  const columns: Column<MonthLine>[] = [
    {
      key: "month",
      head: "Month (UTC)",
      narrow: "title",
      cell: ({ month }) => (
        <Link
          href={`/billing/statements/${month.slice(0, 7)}${wallet}` as "/"}
          prefetch={false}
          className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink"
        >
          {displayMonth(month)}
        </Link>
      ),
    },
    amount("opening", "", "Opening"),
    amount("added", "+", "Added"),
    amount("used", "−", usedName(months.every(({ isAllUse }) => isAllUse)), "meta-value"),
    amount("closing", "=", "Closing", "value"),
    {
      key: "file",
      head: <span className="sr-only">Signed file</span>,
      align: "right",
      narrow: "meta",
      className: "wide:w-40",
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
