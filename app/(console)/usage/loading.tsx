import { OverviewSkeleton } from "@/components/usage/overview-skeleton";

export default function Loading() {
  return <OverviewSkeleton />;
}
