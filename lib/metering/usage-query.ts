import type { Comparison } from "@/lib/values/display/compare";
import { invalid } from "@/lib/values/refusal";
import type { UsageQuery as Asked } from "./schema-usage";
import type { UsageQuery } from "./usage";

/** What the words of a query string ask for. Without days: all of it, by day, model and type. */
export function usageAsked({ from, to, group_by, compare, ...filter }: Asked): UsageQuery & {
  compare?: Comparison;
} {
  const only = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  if (compare && (!from || !to)) throw invalid("compare", "needs from and to");
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(compare && { compare }),
    groupBy: group_by ?? ["day", "model", "type"],
    filter: only,
  };
}
