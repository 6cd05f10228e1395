import type { Metadata } from "next";
import { readSearch, type SearchParams } from "../../search-params";
import { UsageReport } from "../usage-report";

export const metadata: Metadata = { title: "API calls · Usage" };

export default async function CallsPage({ searchParams }: { searchParams: SearchParams }) {
  return <UsageReport search={await readSearch(searchParams)} path="/usage/calls" />;
}
