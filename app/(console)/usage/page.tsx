import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DIMENSIONS } from "@/components/usage/dimensions";
import { readSearch, type SearchParams } from "../search-params";
import { OverviewReport } from "./overview-report";

export const metadata: Metadata = { title: "Usage" };

/** What links to usage of all kinds asked for before API calls had a tab of their own. */
const OF_CALLS = ["by", "event", ...DIMENSIONS.map(({ value }) => value)];

export default async function UsagePage({ searchParams }: { searchParams: SearchParams }) {
  const search = await readSearch(searchParams);
  if (OF_CALLS.some((name) => search[name]))
    redirect(`/usage/calls?${new URLSearchParams({ ...search, of: search.of ?? "all" }).toString()}`);
  return <OverviewReport search={search} />;
}
