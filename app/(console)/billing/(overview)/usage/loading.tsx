import { UsageSkeleton } from "@/components/usage/usage-skeleton";

export default UsageSkeleton;
