import { FiguresSkeleton } from "@/components/admin/place-skeletons";

export default function Loading() {
  return <FiguresSkeleton figures={5} />;
}
