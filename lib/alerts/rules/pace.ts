import { addDays, DAY_MS, startOfDay, utcDay } from "@/lib/values/time";

/** How mails of alerts come: each at once, a few at once and the others together, or all of them together, once a week. */
export const PACES = ["all", "limited", "weekly"] as const;
export type Pace = (typeof PACES)[number];

export const DEFAULT_PACE: Pace = "limited";

/** So many come at once within any seven days; with the mail of the week nobody gets ten. */
export const MOST_AT_ONCE = 5;
export const PACE_WINDOW_MS = 7 * DAY_MS;

const MONDAY = 1;
const HOUR = 8;

/** Whether one more comes at once. `atOnce` is how many did within the last seven days. */
export function isAtOnce(pace: Pace, atOnce: number): boolean {
  return pace === "all" || (pace === "limited" && atOnce < MOST_AT_ONCE);
}

/** The last time at which the mail of the week was due: Monday, 8:00 UTC. What is older and waits, goes out. */
export function lastDigestAt(now: Date): Date {
  const day = startOfDay(utcDay(now));
  const since = (day.getUTCDay() - MONDAY + 7) % 7;
  const monday = startOfDay(addDays(utcDay(now), -since));
  const at = monday.getTime() + HOUR * 3_600_000;
  return new Date(at <= now.getTime() ? at : at - 7 * DAY_MS);
}
