import { AuthCard } from "@/components/ui/auth-card";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <AuthCard title={<Skeleton className="h-6 w-32" />}>
      <div className="space-y-5" role="status" aria-label="Loading">
        <Skeleton className="h-15" />
        <Skeleton className="h-15" />
        <Skeleton className="h-10" />
      </div>
    </AuthCard>
  );
}
