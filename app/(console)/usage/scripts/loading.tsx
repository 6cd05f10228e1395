import { TabSkeleton } from "@/components/resources/tab-frame";

export default function Loading() {
  return <TabSkeleton />;
}
