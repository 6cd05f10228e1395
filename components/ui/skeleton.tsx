import { cn } from "./cn";

/** Holds the place of what is being loaded, at its size. */
export function Skeleton({ className }: { className?: string }) {
  return <div className={cn("animate-pulse rounded-md bg-sunken", className)} aria-hidden />;
}

/** The place of a table: a head and rows of 40 px. */
export function TableSkeleton({ rows = 12 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="h-9 rounded-none rounded-t-lg" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-10 items-center gap-6 border-b px-5">
          <Skeleton className="h-4 w-28 shrink-0" />
          <Skeleton className="hidden h-4 w-20 shrink-0 md:block" />
          <Skeleton className="h-4 min-w-0 flex-1" />
          <Skeleton className="h-4 w-24 shrink-0" />
        </div>
      ))}
    </div>
  );
}
