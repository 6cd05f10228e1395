import { ListSkeleton } from "@/components/admin/place-skeletons";

export default function Loading() {
  return <ListSkeleton />;
}
