import { type DayRange, daysOfPreset, daysOfQuery, isDatePreset } from "@/lib/values/display/date-presets";
import { addDays, type UtcDay } from "@/lib/values/time";

const LONGEST_DAYS = 366;

/** The days that a URL asks for, at most a year of them, and the preset that they come from; the last 30 if it says nothing. */
export function readDays(
  search: Record<string, string>,
  today: UtcDay,
): { days: DayRange; preset: string | null } {
  const asked = daysOfQuery(search, today);
  if (!asked) return { days: daysOfPreset("30d", today), preset: "30d" };
  return {
    days: bounded(asked, today),
    preset: search.range && isDatePreset(search.range) ? search.range : null,
  };
}

function bounded({ from, to }: Partial<DayRange>, today: UtcDay): DayRange {
  const end = to ?? (from && from > today ? from : today);
  const earliest = addDays(end, 1 - LONGEST_DAYS);
  return { from: from && from > earliest ? from : from ? earliest : addDays(end, -29), to: end };
}
