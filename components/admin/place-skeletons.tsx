import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

// The heading stands already, with the frame: these hold the place of what is below it.

/** A list, with the row of what it is asked for. */
export function ListSkeleton() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-14 w-full max-w-lg" />
      <Table />
    </div>
  );
}

/** Figures side by side, and the list that they count. */
export function FiguresSkeleton({ figures = 4 }: { figures?: 4 | 5 }) {
  return (
    <div className="space-y-4">
      <Figures figures={figures} />
      <Skeleton className="h-14 w-full max-w-lg" />
      <Table />
    </div>
  );
}

/** Something that is run, and the runs before it. */
export function RunsSkeleton() {
  return (
    <div className="space-y-5">
      <Skeleton className="h-44 rounded-lg" />
      <Table rows={6} />
    </div>
  );
}

/** A form within one card. */
export function FormSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="max-w-2xl space-y-5">
      <Skeleton className="h-96 rounded-lg" />
      <Skeleton className="ml-auto h-9 w-48" />
    </div>
  );
}

/** A card about one thing, over the list that it is about. */
export function ThingSkeleton({ title = false, figures = false }: { title?: boolean; figures?: boolean }) {
  return (
    <div className="space-y-5">
      {title && <Skeleton className="h-13 w-full max-w-md" />}
      <Skeleton className="h-48 rounded-lg" />
      {figures && <Skeleton className="h-[4.375rem] rounded-lg" />}
      <Table />
    </div>
  );
}

/** Checks, one below the other. */
export function ChecksSkeleton({ rows = 11 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading" className="space-y-5">
      <div className="divide-y rounded-lg border bg-surface pt-14">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex h-11 items-center gap-4 px-5">
            <Skeleton className="size-4" />
            <Skeleton className="h-4 w-28" />
            <Skeleton className="h-4 max-w-md flex-1" />
          </div>
        ))}
      </div>
    </div>
  );
}

function Table({ rows }: { rows?: number }) {
  return (
    <Card flush>
      <TableSkeleton {...(rows && { rows })} />
    </Card>
  );
}

function Figures({ figures }: { figures: 4 | 5 }) {
  const grid =
    figures === 4 ? "lg:grid-cols-4" : "lg:grid-cols-5 [&>:last-child]:min-[22rem]:max-lg:col-span-2";
  return (
    <div className={cn("grid gap-3 min-[22rem]:grid-cols-2", grid)}>
      {Array.from({ length: figures }, (_, figure) => (
        <Skeleton key={figure} className="h-[4.375rem] rounded-lg" />
      ))}
    </div>
  );
}
