import type { UsageQuery as Asked } from "./schema-usage";
import type { UsageQuery } from "./usage";

/** What the words of a query string ask for. Without days: all of it, by day, model and type. */
export function usageAsked({ from, to, group_by, ...filter }: Asked): UsageQuery {
  const only = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return {
    ...(from && { from }),
    ...(to && { to }),
    groupBy: group_by ?? ["day", "model", "type"],
    filter: only,
  };
}
