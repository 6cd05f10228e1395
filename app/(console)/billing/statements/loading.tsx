import { Skeleton } from "@/components/ui/skeleton";

/** The place of a sheet. */
export default function Loading() {
  return (
    <div role="status" aria-label="Loading" className="mx-auto max-w-[52rem]">
      <Skeleton className="mb-4 h-8" />
      <Skeleton className="h-[46rem] rounded-lg" />
    </div>
  );
}
