import { FinanceSkeleton } from "@/components/admin/finance-figures";
import { ChecksSkeleton } from "@/components/admin/place-skeletons";

export default function Loading() {
  return (
    <div className="space-y-5">
      <ChecksSkeleton rows={3} />
      <FinanceSkeleton />
    </div>
  );
}
