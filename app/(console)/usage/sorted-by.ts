import type { SortedBy } from "@/components/resources/sort-head";
import type { TabAsked } from "./read-tab";

type Sort = Pick<SortedBy, "field" | "descending">;

/** How a tab is sorted, with the addresses of the same view sorted otherwise. */
export function sortedBy(sort: Sort, { hrefWith }: TabAsked): SortedBy {
  return { ...sort, hrefOf: (next) => hrefWith({ sort: next }) };
}

/** "-credits": the order as the URL says it. */
export function sortValue({ field, descending }: Sort): string {
  return descending ? `-${field}` : field;
}
