import type { Metadata } from "next";
import { readSearch, type SearchParams } from "../search-params";
import { UsageReport } from "./usage-report";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage({ searchParams }: { searchParams: SearchParams }) {
  return <UsageReport search={await readSearch(searchParams)} clearHref="/usage" />;
}
