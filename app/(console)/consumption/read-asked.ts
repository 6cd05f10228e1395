import { defaultDays } from "@/lib/reports/consumption/rules";
import type { Period } from "@/lib/reports/consumption/schema";
import { type DayRange, daysOfQuery, isDatePreset } from "@/lib/values/display/date-presets";
import { addDays, utcDay } from "@/lib/values/time";

const LONGEST_DAYS = 366;

/** What the URL asks of the report: its days, at most a year of them, and whether it is summed by day or by month. */
export function readAsked(
  search: Record<string, string>,
  now: Date,
): { days: DayRange; preset: string | null; per: Period } {
  const today = utcDay(now);
  const per = search.per === "month" ? "month" : "day";
  const asked = daysOfQuery(search, today);
  const usual = defaultDays(per, today);
  if (!asked) return { days: usual, preset: per === "day" ? "30d" : null, per };
  const to = asked.to ?? (asked.from && asked.from > today ? asked.from : today);
  const from = asked.from ?? addDays(to, -29);
  const earliest = addDays(to, 1 - LONGEST_DAYS);
  const preset = search.range && isDatePreset(search.range) ? search.range : null;
  return { days: { from: from < earliest ? earliest : from, to }, preset, per };
}
