import { Skeleton } from "@/components/ui/skeleton";

/** Holds the place of an explanation while it is fetched. */
export function ExplanationSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="space-y-4">
      <Skeleton className="h-9 w-40" />
      <Skeleton className="h-10" />
      <Skeleton className="h-24" />
      <Skeleton className="h-40" />
    </div>
  );
}
