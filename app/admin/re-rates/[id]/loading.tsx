import { ThingSkeleton } from "@/components/admin/place-skeletons";

export default function Loading() {
  return <ThingSkeleton figures />;
}
