import type { CreditForecast } from "@/lib/reports/read-forecast";
import { daysBetween, type UtcDay } from "@/lib/values/time";

/** A forecast as places of a drawing: 0 to 1 from left to right, and from the bottom up. Lengths only, never amounts. */
export interface RunOutScale {
  /** Where zero is: at the bottom, unless the balance was below it. */
  zero: number;
  /** Where the past ends. */
  now: number;
  past: string;
  band: string;
  middle: string;
  /** Between which places the credit ends in four of five cases; null where that is not in sight. */
  out: { from: number; to: number } | null;
  /** At which credit ends by itself, within the drawing. */
  ends: number[];
  /** The highest amount, in ECU. */
  top: number;
  days: UtcDay[];
}

const LEAST_AHEAD = 14;
const WIDTH = 1000;
const HEIGHT = 100;

/** How many days ahead are worth a look: until the credit is gone for sure, and a little more. */
export function daysAhead({ ahead, runOut }: Pick<CreditForecast, "ahead" | "runOut">): number {
  const from = ahead[0]?.day;
  const end = runOut?.high ?? runOut?.middle;
  if (!from || !end) return ahead.length;
  const days = daysBetween(from, end).length;
  return Math.min(ahead.length, Math.max(LEAST_AHEAD, Math.ceil((days * 11) / 10) + 1));
}

/** Lays a forecast out. Null when there is nothing to draw. */
export function scaleOf({ past, ahead: all, runOut, expiring }: CreditForecast): RunOutScale | null {
  const ahead = all.slice(1, daysAhead({ ahead: all, runOut }));
  const today = past.at(-1);
  if (!today || past.length + ahead.length < 3) return null;
  const was = past.map(({ balance }) => Number(balance));
  const start = was.at(-1) ?? 0;
  const days = [...past, ...ahead].map(({ day }) => day);
  const steps = days.length - 1;
  const top = Math.max(1e-9, ...was, ...ahead.map(({ high }) => high)) * 1.08;
  const bottom = Math.min(0, ...was) * 1.08;
  const x = (index: number) => Math.round((index / steps) * WIDTH * 10) / 10;
  const y = (value: number) => Math.round((1 - (value - bottom) / (top - bottom)) * HEIGHT * 100) / 100;
  const line = (points: readonly (readonly [number, number])[]) =>
    points.map(([index, value]) => `${x(index)} ${y(value)}`).join(" L ");
  const now = past.length - 1;
  const place = (day: UtcDay | null | undefined) => (day ? days.indexOf(day) : -1);
  const [low, high] = [place(runOut?.low), place(runOut?.high)];
  const gone = ahead.findIndex(({ middle }) => middle <= 0);
  const from = [now, Math.max(0, start)] as const;
  const later = (of: "low" | "middle" | "high") =>
    ahead.map((left, index) => [now + 1 + index, left[of]] as const);
  return {
    zero: (0 - bottom) / (top - bottom),
    now: now / steps,
    past: `M ${line(was.map((value, index) => [index, value] as const))}`,
    band: `M ${line([from, ...later("high"), ...later("low").reverse()])} Z`,
    // Once nothing is left there is no more to draw.
    middle: `M ${line([from, ...later("middle").slice(0, gone < 0 ? undefined : gone + 1)])}`,
    out: low < 0 ? null : { from: low / steps, to: (high < 0 ? steps : high) / steps },
    ends: expiring.flatMap(({ expiresAt }) => {
      const index = days.indexOf(expiresAt.toISOString().slice(0, 10));
      return index > now ? [index / steps] : [];
    }),
    top,
    days,
  };
}
