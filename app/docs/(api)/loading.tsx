import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div
      className="mx-auto grid max-w-[1200px] gap-8 px-4 py-8 md:grid-cols-[220px_minmax(0,1fr)] md:px-6"
      role="status"
      aria-label="Loading"
    >
      <div className="hidden space-y-3 md:block">
        {Array.from({ length: 12 }, (_, line) => (
          <Skeleton key={line} className="h-4 w-40" />
        ))}
      </div>
      <div className="space-y-6">
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-12 max-w-prose" />
        <Skeleton className="h-72 rounded-lg" />
        <Skeleton className="h-72 rounded-lg" />
      </div>
    </div>
  );
}
