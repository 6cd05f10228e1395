import type { Context } from "@/lib/values/context";
import { addDays, type UtcDay, utcDay } from "@/lib/values/time";
import { readForecastInput } from "./forecast-input";
import { forecastRunOut, type RunOut } from "./rules/forecast";

/** When the credit runs out at this rate: UTC days; null for what lies more than a year ahead. */
export interface RunOutDays {
  low: UtcDay | null;
  middle: UtcDay | null;
  high: UtcDay | null;
}

/**
 * The days between which the account's available credit is used up, in four of five cases, by how it was used in the last eight weeks and by when its
 * grants expire. Null while there is less than a week to go by, or nothing was used.
 */
export async function readRunOut(ctx: Context, now: Date): Promise<RunOutDays | null> {
  const { input } = await readForecastInput(ctx, now);
  const range = forecastRunOut(input);
  return range && daysOf(range, now);
}

/** A forecast's days from now as days of the calendar. */
export function daysOf({ low, middle, high }: RunOut, now: Date): RunOutDays {
  const dayOf = (inDays: number | null) => (inDays === null ? null : addDays(utcDay(now), inDays));
  return { low: dayOf(low), middle: dayOf(middle), high: dayOf(high) };
}
