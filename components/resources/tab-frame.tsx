import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** A tab: what it comes to, then the rows that make it up. */
export function TabFrame({
  notice,
  totals,
  note,
  toolbar,
  children,
}: {
  notice?: ReactNode;
  totals: ReactNode;
  /** What makes the totals comparable with those of other tabs. */
  note?: ReactNode;
  toolbar: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="space-y-4">
      {notice}
      <dl className="grid grid-cols-2 gap-3 max-lg:[&>:last-child:nth-child(odd)]:col-span-2 lg:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]">
        {totals}
      </dl>
      {note}
      {toolbar}
      <div className="overflow-hidden rounded-lg border bg-surface">{children}</div>
    </div>
  );
}

/** The rows of a tab. */
export function TabTable<Row extends { id: string }>({
  caption,
  columns,
  rows,
  open,
  empty,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  open: string | undefined;
  empty: ReactNode;
}) {
  return (
    <DataTable
      hasManyColumns={columns.length > 6}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isCurrent={({ id }) => id !== "" && id === open}
      empty={empty}
    />
  );
}

/** The place of a tab while it is read. */
export function TabSkeleton() {
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {["a", "b", "c", "d"].map((card) => (
          <Skeleton key={card} className="h-20 rounded-lg" />
        ))}
      </div>
      <Skeleton className="h-8 w-full max-w-md" />
      <div className="rounded-lg border bg-surface">
        <TableSkeleton rows={6} />
      </div>
    </div>
  );
}

/** The place of a panel while it is read. */
export function PanelSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="space-y-4">
      <Skeleton className="h-9 w-40" />
      <Skeleton className="h-32" />
      <Skeleton className="h-40" />
    </div>
  );
}
