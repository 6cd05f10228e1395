import { ChecksSkeleton } from "@/components/admin/place-skeletons";

export default function Loading() {
  return <ChecksSkeleton rows={3} />;
}
