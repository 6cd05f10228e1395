import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="mx-auto max-w-[52rem] px-4 py-8 md:px-6" role="status" aria-label="Loading">
      <Skeleton className="h-5 w-full max-w-md" />
      <div className="mt-11 space-y-4">
        <Skeleton className="h-8 w-72" />
        <Skeleton className="h-20" />
        <Skeleton className="h-20" />
        <Skeleton className="h-64 rounded-lg" />
      </div>
    </div>
  );
}
