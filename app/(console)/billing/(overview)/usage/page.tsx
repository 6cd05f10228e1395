import type { Metadata } from "next";
import { readSearch, type SearchParams } from "../../../search-params";
import { UsageReport } from "../../../usage/usage-report";

export const metadata: Metadata = { title: "Usage · Billing" };

export default async function BillingUsagePage({ searchParams }: { searchParams: SearchParams }) {
  return <UsageReport search={await readSearch(searchParams)} path="/billing/usage" />;
}
