import { FormSkeleton } from "@/components/admin/place-skeletons";

export default function Loading() {
  return <FormSkeleton />;
}
