import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** The place of the date picker, the chart and the table. */
export function UsageSkeleton() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-7 w-full max-w-lg" />
      <Skeleton className="h-[25.5rem] rounded-lg" />
      <div className="rounded-lg border bg-surface">
        <TableSkeleton rows={8} />
      </div>
    </div>
  );
}
