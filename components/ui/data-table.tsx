import type { ReactNode } from "react";
import { cn } from "./cn";

/** A column of a table. Where there is little room a row is two lines: what and how much above, when and the rest below. */
export interface Column<Row> {
  key: string;
  head: ReactNode;
  /** How the table is sorted by this column, if it is. */
  sort?: "ascending" | "descending" | undefined;
  cell: (row: Row) => ReactNode;
  /** What stands at the foot, such as the total. */
  foot?: ReactNode;
  align?: "left" | "right";
  /** Where it goes in a narrow window; columns without a place are left out there. */
  narrow?: "title" | "value" | "meta" | "meta-value";
  /** What its amounts count, as the head says it: stands beside each of them where there is no head. */
  unit?: string;
  /** What it is called where there is no head: stands before each of its values, the foot's too. */
  word?: string;
  className?: string;
}

interface DataTableProps<Row> {
  /** What the table holds, for readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Marks the row that a panel shows. */
  isCurrent?: (row: Row) => boolean;
  /** Its columns need more room than those of others: below 896 px its rows are two lines, and not below 672 px. */
  hasManyColumns?: boolean;
  /** In place of rows. */
  empty?: ReactNode;
}

// Three columns for two cells a line: a long end of one line leaves the other’s beginning its room.
const PLACES = {
  title: "narrow:col-span-2 narrow:col-start-1 narrow:row-start-1 narrow:min-w-0",
  value: "narrow:col-start-3 narrow:row-start-1 narrow:text-right",
  meta: "narrow:col-start-1 narrow:row-start-2 narrow:text-xs narrow:text-ink-muted narrow:min-w-0",
  "meta-value":
    "narrow:col-span-2 narrow:col-start-2 narrow:row-start-2 narrow:text-right narrow:text-xs narrow:text-ink-muted",
} as const;

/** Rows of 40 px with numbers on their decimal point; two-line rows below 768 px, and wherever columns would not fit. One set of cells for both. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  isCurrent,
  hasManyColumns = false,
  empty,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const hasFoot = columns.some(({ foot }) => foot !== undefined && foot !== false);
  return (
    // What is wider than its place all the same is scrolled to, and never cut off.
    <div
      className="@container/table overflow-x-auto"
      data-table
      data-columns={hasManyColumns ? "many" : undefined}
    >
      <table className="w-full border-collapse text-sm narrow:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="narrow:sr-only">
          <tr className="border-b bg-sunken/60 text-xs text-ink-muted">
            {columns.map(({ key, head, sort, align, className }) => (
              <th
                key={key}
                scope="col"
                aria-sort={sort}
                className={cn(
                  "h-9 px-3 font-medium first:pl-5 last:pr-5",
                  align === "right" ? "text-right" : "text-left",
                  className,
                )}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="narrow:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              aria-current={isCurrent?.(row) || undefined}
              className={cn(
                "relative border-b last:border-b-0 narrow:grid narrow:grid-cols-[minmax(0,1fr)_auto_auto] narrow:gap-x-3 narrow:gap-y-0.5 narrow:px-5 narrow:py-2.5",
                "hover:bg-hover/60 aria-current:bg-accent-soft",
              )}
            >
              {columns.map((column) => (
                <td key={column.key} data-unit={column.unit} className={cellStyles(column)}>
                  {worded(column, column.cell(row))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasFoot && (
          <tfoot className="narrow:block">
            <tr className="border-t border-line-strong bg-sunken/40 font-medium narrow:grid narrow:grid-cols-[minmax(0,1fr)_auto_auto] narrow:gap-x-3 narrow:px-5 narrow:py-2.5">
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-unit={column.foot ? column.unit : undefined}
                  className={cellStyles(column)}
                >
                  {worded(column, column.foot)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function worded<Row>({ word }: Column<Row>, value: ReactNode): ReactNode {
  if (!word || value === null || value === undefined || value === false) return value;
  return (
    <>
      <span className="text-xs font-normal text-ink-muted wide:hidden">{word} </span>
      {value}
    </>
  );
}

const UNIT =
  "narrow:data-unit:after:ml-1 narrow:data-unit:after:text-xs narrow:data-unit:after:font-normal narrow:data-unit:after:text-ink-muted narrow:data-unit:after:content-[attr(data-unit)]";

function cellStyles<Row>({ align, narrow, unit, className }: Column<Row>): string {
  return cn(
    "wide:h-10 wide:px-3 wide:first:pl-5 wide:last:pr-5",
    align === "right" && "tabular-nums wide:text-right",
    narrow ? PLACES[narrow] : "narrow:hidden",
    unit && UNIT,
    className,
  );
}
