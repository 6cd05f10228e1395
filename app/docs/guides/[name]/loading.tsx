import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="max-w-[46rem] space-y-4" role="status" aria-label="Loading">
      <Skeleton className="h-10 w-72" />
      <Skeleton className="h-20" />
      <Skeleton className="h-20" />
      <Skeleton className="h-64 rounded-lg" />
    </div>
  );
}
