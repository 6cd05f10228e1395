import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-8 w-full max-w-xl" />
      <div className="rounded-lg border bg-surface">
        <TableSkeleton />
      </div>
    </div>
  );
}
