const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
export const DAY_MS = 86_400_000;

/** A UTC day as text: "2026-11-21". Sorts as it reads. */
export type UtcDay = string;

export function utcDay(at: Date): UtcDay {
  return isoTime(at).slice(0, 10);
}

let last: { at: number; text: string } = { at: 0, text: new Date(0).toISOString() };

/** A time as text: "2026-11-21T14:03:00.000Z". The last one is remembered, because the rows of a batch share their time. */
export function isoTime(at: Date): string {
  const time = at.getTime();
  if (time !== last.at) last = { at: time, text: at.toISOString() };
  return last.text;
}

/** True for a day that exists: "2026-02-30" does not. */
export function isUtcDay(text: string): boolean {
  return (
    DAY.test(text) && startOfDay(text).toString() !== "Invalid Date" && utcDay(startOfDay(text)) === text
  );
}

export function startOfDay(day: UtcDay): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

export function addDays(day: UtcDay, days: number): UtcDay {
  return utcDay(new Date(startOfDay(day).getTime() + days * DAY_MS));
}

/** "2026-11-01" for any day of November 2026. */
export function startOfMonth(day: UtcDay): UtcDay {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the month `months` away from that of `day`. */
export function addMonths(day: UtcDay, months: number): UtcDay {
  const at = startOfDay(startOfMonth(day));
  at.setUTCMonth(at.getUTCMonth() + months);
  return utcDay(at);
}

/** Days from `from` to `to`, both included. */
export function daysBetween(from: UtcDay, to: UtcDay): UtcDay[] {
  const count = Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS);
  return Array.from({ length: Math.max(0, count + 1) }, (_, index) => addDays(from, index));
}

/** The weeks of a day's month, from Mondays to Sundays, with the days of other months that fill them. */
export function weeksOfMonth(day: UtcDay): UtcDay[][] {
  const first = startOfMonth(day);
  const monday = addDays(first, -((startOfDay(first).getUTCDay() + 6) % 7));
  const next = addMonths(first, 1);
  const weeks: UtcDay[][] = [];
  for (let from = monday; from < next; from = addDays(from, 7))
    weeks.push(daysBetween(from, addDays(from, 6)));
  return weeks;
}
