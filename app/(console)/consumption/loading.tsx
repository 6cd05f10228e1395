import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="space-y-6">
      <Skeleton className="h-14 w-80 max-w-full" />
      <Skeleton className="h-40 w-full max-w-3xl" />
      <Skeleton className="h-[24rem] rounded-lg" />
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-[25rem] rounded-lg" />
    </div>
  );
}
