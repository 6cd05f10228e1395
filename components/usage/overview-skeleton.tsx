import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** The place of the overview: what it comes to, the ring, the allocations, the trend and the table. */
export function OverviewSkeleton() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-7 w-full max-w-lg" />
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <Skeleton className="h-96 rounded-lg" />
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-1">
          <Skeleton className="h-32 rounded-lg xl:h-auto" />
          <Skeleton className="h-32 rounded-lg xl:h-auto" />
        </div>
      </div>
      <Skeleton className="h-[25rem] rounded-lg" />
      <div className="rounded-lg border bg-surface">
        <TableSkeleton rows={8} />
      </div>
    </div>
  );
}
