import { requireComparable } from "@/lib/metering/usage-query";
import { type Comparison, daysBefore } from "@/lib/values/display/compare";
import type { DayRange } from "@/lib/values/display/date-presets";

/** What a tab used in the period before: all of it, and the number of each row by its id. */
export interface TabBefore<Usage> {
  days: DayRange;
  usage: Usage;
  byId: ReadonlyMap<string, string>;
}

interface Tab<Usage, Row> {
  read: (days: DayRange) => Promise<Usage>;
  /** All of its rows. */
  view: (usage: Usage) => readonly Row[];
  /** What of a row is compared. */
  of: (row: Row) => string;
}

/** Reads a tab for the days before; null when nothing is compared. */
export async function tabBefore<Usage, Row extends { id: string }>(
  days: DayRange | null,
  { read, view, of }: Tab<Usage, Row>,
): Promise<TabBefore<Usage> | null> {
  if (days === null) return null;
  const usage = await read(days);
  return { days, usage, byId: new Map(view(usage).map((row) => [row.id, of(row)])) };
}

/** The days that a query of a tab compares with; both of its own must be said. @throws Refusal `invalid_request` for more than can be compared */
export function daysBeforeOf({
  from,
  to,
  compare,
}: {
  from?: string | undefined;
  to?: string | undefined;
  compare?: Comparison | undefined;
}): DayRange | null {
  if (!from || !to || !compare) return null;
  requireComparable({ from, to });
  return daysBefore({ from, to }, compare);
}
