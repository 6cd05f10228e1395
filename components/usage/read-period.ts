import { type Comparison, comparisonOf, daysBefore } from "@/lib/values/display/compare";
import {
  type DatePreset,
  type DayRange,
  daysOfPreset,
  daysOfQuery,
  isDatePreset,
  type RangeQuery,
} from "@/lib/values/display/date-presets";
import { addDays, type UtcDay } from "@/lib/values/time";

const LONGEST_DAYS = 366;
const USUAL: DatePreset = "30d";

/** The days of a view of usage, and those that it is compared with. */
export interface AskedPeriod {
  days: DayRange;
  /** The preset that the days come from, if any. */
  preset: DatePreset | null;
  /** How they are compared, and with which days; null when they are not. */
  compare: Comparison | null;
  before: DayRange | null;
}

/** The days that a URL asks for, at most a year of them; the last 30 if it says nothing. */
export function readPeriod(
  search: RangeQuery & { compare?: string | null | undefined },
  today: UtcDay,
): AskedPeriod {
  const asked = daysOfQuery(search, today);
  const named = search.range && isDatePreset(search.range) ? search.range : null;
  const preset = asked ? named : USUAL;
  const days = asked ? bounded(asked, today) : daysOfPreset(USUAL, today);
  const compare = search.compare ? comparisonOf(preset) : null;
  return { days, preset, compare, before: compare && daysBefore(days, compare) };
}

function bounded({ from, to }: Partial<DayRange>, today: UtcDay): DayRange {
  const end = to ?? (from && from > today ? from : today);
  const earliest = addDays(end, 1 - LONGEST_DAYS);
  return { from: from && from > earliest ? from : from ? earliest : addDays(end, -29), to: end };
}
