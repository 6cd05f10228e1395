import type { ReactNode } from "react";
import { cn } from "./cn";

/** A column of a table. In narrow windows a row is two lines: what and how much above, when and the rest below. */
export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** What stands at the foot, such as the total. */
  foot?: ReactNode;
  align?: "left" | "right";
  /** Where it goes in a narrow window; columns without a place are left out there. */
  narrow?: "title" | "value" | "meta" | "meta-value";
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
  /** In place of rows. */
  empty?: ReactNode;
}

const PLACES = {
  title: "max-md:col-start-1 max-md:row-start-1 max-md:min-w-0",
  value: "max-md:col-start-2 max-md:row-start-1 max-md:text-right",
  meta: "max-md:col-start-1 max-md:row-start-2 max-md:text-xs max-md:text-ink-muted max-md:min-w-0",
  "meta-value":
    "max-md:col-start-2 max-md:row-start-2 max-md:text-right max-md:text-xs max-md:text-ink-muted",
} as const;

/** Rows of 40 px with numbers on their decimal point; two-line rows below 768 px. One set of cells for both. */
export function DataTable<Row>({ caption, columns, rows, rowKey, isCurrent, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const hasFoot = columns.some(({ foot }) => foot !== undefined);
  return (
    <table className="w-full border-collapse text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b bg-sunken/60 text-xs text-ink-muted">
          {columns.map(({ key, head, align, className }) => (
            <th
              key={key}
              scope="col"
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
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            aria-current={isCurrent?.(row) || undefined}
            className={cn(
              "relative border-b last:border-b-0 max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-4 max-md:gap-y-0.5 max-md:px-4 max-md:py-2.5",
              "hover:bg-hover/60 aria-current:bg-accent-soft",
            )}
          >
            {columns.map((column) => (
              <td key={column.key} className={cellStyles(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {hasFoot && (
        <tfoot className="max-md:block">
          <tr className="border-t border-line-strong bg-sunken/40 font-medium max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-4 max-md:px-4 max-md:py-2.5">
            {columns.map((column) => (
              <td key={column.key} className={cellStyles(column)}>
                {column.foot}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function cellStyles<Row>({ align, narrow, className }: Column<Row>): string {
  return cn(
    "md:h-10 md:px-3 md:first:pl-5 md:last:pr-5",
    align === "right" && "md:text-right",
    narrow ? PLACES[narrow] : "max-md:hidden",
    className,
  );
}
