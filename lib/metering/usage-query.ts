import type { Comparison } from "@/lib/values/display/compare";
import type { DayRange } from "@/lib/values/display/date-presets";
import { invalid } from "@/lib/values/refusal";
import { DAY_MS, startOfDay } from "@/lib/values/time";
import type { UsageQuery as Asked } from "./schema-usage";
import type { UsageQuery } from "./usage";

const MOST_COMPARED_MS = 3_660 * DAY_MS;
const FIRST_MS = startOfDay("1970-01-01").getTime();

/** @throws Refusal `invalid_request` for so many days that what lies before them is in no calendar */
export function requireComparable({ from, to }: DayRange): void {
  if (startOfDay(to).getTime() - startOfDay(from).getTime() > MOST_COMPARED_MS)
    throw invalid("from", "lies more than ten years before to: compare fewer days");
  if (startOfDay(from).getTime() < FIRST_MS) throw invalid("from", "lies before 1970: compare later days");
}

/** What the words of a query string ask for. Without days: all of it, by day, model and type. */
export function usageAsked({ from, to, group_by, compare, ...filter }: Asked): UsageQuery & {
  compare?: Comparison;
} {
  const only = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  if (compare && (!from || !to)) throw invalid("compare", "needs from and to");
  if (compare && from && to) requireComparable({ from, to });
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(compare && { compare }),
    groupBy: group_by ?? ["day", "model", "type"],
    filter: only,
  };
}
