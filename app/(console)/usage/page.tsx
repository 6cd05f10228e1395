import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { readSearch, type SearchParams } from "../search-params";
import { UsageReport } from "./usage-report";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage({ searchParams }: { searchParams: SearchParams }) {
  return (
    <div className="space-y-6">
      <PageHeader
        title="Usage"
        description="What was called and what it cost, per UTC day. Click a bar for its day, a name for it alone."
      />
      <UsageReport search={await readSearch(searchParams)} clearHref="/usage" />
    </div>
  );
}
