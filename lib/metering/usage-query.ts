import { startOfMonth, utcDay } from "@/lib/values/time";
import type { UsageQuery as Asked } from "./schema-usage";
import type { UsageQuery } from "./usage";

/** What the words of a query string ask for. Without days: this month so far, by day, model and type. */
export function usageAsked({ from, to, group_by, ...filter }: Asked, today = utcDay(new Date())): UsageQuery {
  const end = to ?? today;
  const only = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return { from: from ?? startOfMonth(end), to: end, groupBy: group_by ?? ["day", "model", "type"], filter: only };
}
