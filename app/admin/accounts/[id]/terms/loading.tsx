import { RunsSkeleton } from "@/components/admin/place-skeletons";

export default function Loading() {
  return <RunsSkeleton />;
}
