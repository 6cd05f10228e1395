import type { CreditForecast } from "@/lib/reports/read-forecast";
import { daysBetween, type UtcDay } from "@/lib/values/time";

/** A day of the drawing: heights, and what is read out. */
export interface RunOutPoint {
  day: UtcDay;
  /** The balance at the end of a day that is over. */
  was: number | null;
  /** What holds four of five cases, from low to high. */
  band: [number, number] | null;
  middle: number | null;
  /** Exactly, for the reading. */
  balance: string | null;
  left: CreditForecast["ahead"][number] | null;
}

interface RunOutPoints {
  points: RunOutPoint[];
  today: UtcDay | undefined;
  /** Days on which grants end, within the drawing. */
  ends: UtcDay[];
  /** Between which days the credit ends in four of five cases; null where that is not in sight. */
  out: { from: UtcDay; to: UtcDay } | null;
}

const LEAST_AHEAD = 14;
const LEAST_POINTS = 3;

/** Whether there is anything to draw yet. */
export function isDrawn(forecast: CreditForecast): boolean {
  return pointsOf(forecast).points.length >= LEAST_POINTS;
}

/** How many days ahead are worth a look: until the credit is gone for sure, and a little more. */
export function daysAhead({ ahead, runOut }: Pick<CreditForecast, "ahead" | "runOut">): number {
  const from = ahead[0]?.day;
  const end = runOut?.high ?? runOut?.middle;
  if (!from || !end) return ahead.length;
  const days = daysBetween(from, end).length;
  return Math.min(ahead.length, Math.max(LEAST_AHEAD, Math.ceil((days * 11) / 10) + 1));
}

/** A forecast as the days of a drawing. The days ahead begin where the past ends. */
export function pointsOf({ past, ahead: all, runOut, expiring }: CreditForecast): RunOutPoints {
  const ahead = all.slice(1, daysAhead({ ahead: all, runOut }));
  const today = past.at(-1);
  const start = Math.max(0, Number(today?.balance ?? 0));
  const gone = ahead.findIndex(({ middle }) => middle <= 0);
  const points = [
    ...past.map(({ day, balance }) => {
      const isToday = day === today?.day;
      const band: RunOutPoint["band"] = isToday ? [start, start] : null;
      return { day, was: Number(balance), band, middle: isToday ? start : null, balance, left: null };
    }),
    ...ahead.map((left, index) => ({
      ...{ day: left.day, was: null, balance: null, left },
      band: [left.low, left.high] satisfies RunOutPoint["band"],
      // Once nothing is left there is no more to draw.
      middle: gone < 0 || index <= gone ? left.middle : null,
    })),
  ];
  const days = points.map(({ day }) => day);
  const last = days.at(-1);
  const ends = expiring.map(({ expiresAt }) => expiresAt.toISOString().slice(0, 10));
  const isSeen = runOut?.low !== undefined && runOut.low !== null && days.includes(runOut.low);
  return {
    points,
    today: today?.day,
    ends: [...new Set(ends)].filter((day) => days.includes(day) && day > (today?.day ?? "")),
    out:
      isSeen && runOut.low && last
        ? { from: runOut.low, to: runOut.high && days.includes(runOut.high) ? runOut.high : last }
        : null,
  };
}
