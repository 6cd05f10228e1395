import { addDays, addMonths, DAY_MS, startOfDay, startOfMonth } from "../time";
import type { DatePreset, DayRange } from "./date-presets";

export const COMPARISONS = ["previous", "month"] as const;

/** What days are compared with: as many days right before them, or the same days of the month before. */
export type Comparison = (typeof COMPARISONS)[number];

/**
 * The days that a range is compared with. Never more than the range has, so that the first is beside the first and nothing is left over; fewer
 * where the month before is shorter.
 */
export function daysBefore({ from, to }: DayRange, comparison: Comparison): DayRange {
  const count = Math.max(0, (startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS + 1);
  if (comparison === "previous") return { from: addDays(from, -count), to: addDays(from, -1) };
  const start = addMonths(from, -1).slice(0, 8) + from.slice(8);
  const last = addDays(startOfMonth(from), -1);
  const first = start > last ? last : start;
  const end = addDays(first, count - 1);
  return { from: first, to: end > last ? last : end };
}

/** Months are compared with the month before, all else with the days right before. */
export function comparisonOf(preset: string | null): Comparison {
  const months: readonly (DatePreset | null)[] = ["this_month", "last_month"];
  return months.some((name) => name === preset) ? "month" : "previous";
}
