import type { Dimension } from "./dimensions";
import type { Grouping } from "./group-usage";

/** The file of a table: the same lines. */
export function csvHref(query: string, by: Dimension, grouping: Grouping): string {
  const params = new URLSearchParams(query);
  const groups = by === "model" && grouping === "all" ? ["model", "type", "category"] : [by];
  params.set(
    "group_by",
    grouping === "day" ? "day" : grouping === "group" ? by : ["day", ...groups].join(","),
  );
  return `/api/v1/usage.csv?${params.toString()}`;
}
