import { addDays, addMonths, daysBetween, startOfMonth, type UtcDay } from "@/lib/values/time";
import type { Period } from "./schema";

/** Days, both ends included. */
export interface Days {
  from: UtcDay;
  to: UtcDay;
}

/** The days of a report that names none: the last 30, or this month and the eleven before it. */
export function defaultDays(per: Period, today: UtcDay): Days {
  return { from: per === "month" ? addMonths(today, -11) : addDays(today, -29), to: today };
}

/** The days or months of a stretch, oldest first, the first and the last month cut to it. */
export function periodsOf({ from, to }: Days, per: Period): Days[] {
  if (per === "day") return daysBetween(from, to).map((day) => ({ from: day, to: day }));
  const periods: Days[] = [];
  for (let first = startOfMonth(from); first <= to; first = addMonths(first, 1)) {
    const last = addDays(addMonths(first, 1), -1);
    periods.push({ from: first < from ? from : first, to: last > to ? to : last });
  }
  return periods;
}
