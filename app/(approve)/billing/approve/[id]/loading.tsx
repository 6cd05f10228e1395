import { Logo } from "@/components/ui/logo";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div
      className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col px-4 py-6 sm:py-10"
      role="status"
      aria-label="Loading"
    >
      <div className="mb-6 flex items-center justify-between gap-6">
        <Logo />
        <Skeleton className="h-9 w-40" />
      </div>
      <div className="space-y-6 rounded-lg border bg-surface px-5 py-6 sm:px-7">
        <Skeleton className="h-11 w-3/4" />
        <Skeleton className="h-12 w-56" />
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
        <Skeleton className="ml-auto h-10 w-64" />
      </div>
    </div>
  );
}
