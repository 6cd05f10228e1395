import { Skeleton } from "@/components/ui/skeleton";
import { UsageSkeleton } from "@/components/usage/usage-skeleton";

export default function Loading() {
  return (
    <div className="space-y-6">
      <Skeleton className="h-13 w-full max-w-md" />
      <UsageSkeleton />
    </div>
  );
}
