import { BacktestSkeleton } from "@/components/admin/backtest-skeleton";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="space-y-5">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-6 w-full max-w-md" />
      <BacktestSkeleton />
    </div>
  );
}
