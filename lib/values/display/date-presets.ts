import { addDays, addMonths, isUtcDay, startOfMonth, type UtcDay } from "../time";

/** Days of a report, both included. */
export interface DayRange {
  from: UtcDay;
  to: UtcDay;
}

export const DATE_PRESETS = [
  { name: "today", label: "Today" },
  { name: "yesterday", label: "Yesterday" },
  { name: "7d", label: "Last 7 days" },
  { name: "30d", label: "Last 30 days" },
  { name: "90d", label: "Last 90 days" },
  { name: "this_month", label: "This month" },
  { name: "last_month", label: "Last month" },
  { name: "12m", label: "Last 12 months" },
] as const;
export type DatePreset = (typeof DATE_PRESETS)[number]["name"];

/** The days that a preset means on the UTC day `today`. */
export function daysOfPreset(preset: DatePreset, today: UtcDay): DayRange {
  switch (preset) {
    case "today":
      return { from: today, to: today };
    case "yesterday":
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case "7d":
      return { from: addDays(today, -6), to: today };
    case "30d":
      return { from: addDays(today, -29), to: today };
    case "90d":
      return { from: addDays(today, -89), to: today };
    case "this_month":
      return { from: startOfMonth(today), to: today };
    case "12m":
      return { from: addMonths(today, -11), to: today };
    case "last_month":
      return { from: addMonths(today, -1), to: addDays(startOfMonth(today), -1) };
  }
}

export function isDatePreset(text: string): text is DatePreset {
  return DATE_PRESETS.some(({ name }) => name === text);
}

/** What a URL says about days: `range=30d`, or `from` and `to`. */
export interface RangeQuery {
  range?: string | null;
  from?: string | null;
  to?: string | null;
}

/** The days that a URL asks for, in order; what cannot be read counts as not said. Null for all time. */
export function daysOfQuery({ range, from, to }: RangeQuery, today: UtcDay): Partial<DayRange> | null {
  if (range && isDatePreset(range)) return daysOfPreset(range, today);
  const start = from && isUtcDay(from) ? from : undefined;
  const end = to && isUtcDay(to) ? to : undefined;
  if (!start && !end) return null;
  return start && end && start > end ? { from: end, to: start } : { from: start, to: end };
}
