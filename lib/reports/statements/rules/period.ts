import type { DayRange } from "@/lib/values/display/date-presets";
import { addDays, addMonths, isUtcDay, type UtcDay } from "@/lib/values/time";

/**
 * The days that the address of a statement names: "2026-10" is the month, as far as it has come by `today`; "2026-10-01_2026-10-15" those days. Null for what
 * is none, or lies ahead.
 */
export function periodOf(text: string, today: UtcDay): DayRange | null {
  const [from = "", to] = text.split("_");
  if (to !== undefined)
    return isUtcDay(from) && isUtcDay(to) && from <= to && from <= today
      ? { from, to: least(to, today) }
      : null;
  const first = `${text}-01`;
  if (!/^\d{4}-\d{2}$/.test(text) || !isUtcDay(first) || first > today) return null;
  return { from: first, to: least(addDays(addMonths(first, 1), -1), today) };
}

function least(left: UtcDay, right: UtcDay): UtcDay {
  return left < right ? left : right;
}
