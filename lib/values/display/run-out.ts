import type { UtcDay } from "../time";
import { displayShortRange } from "./time";

/** "3 – 9 Dec", "after 9 Dec", "in more than a year": when credit runs out, in words. */
export function displayRunOut({ low, high }: { low: UtcDay | null; high: UtcDay | null }): string {
  if (low === null) return "in more than a year";
  return high === null ? `after ${displayShortRange(low, low)}` : displayShortRange(low, high);
}
