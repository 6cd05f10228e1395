import { demandOf, modelOf } from "./demand";
import { Stream } from "./stream";

/** When credit runs out, as a range that holds the middle 80 % of what may come (`demand.ts`), and how much is left on the way there. */

/** Credit that ends by itself: what is left of it at the start of that day, counted from today, is gone. */
export interface ExpiringCredit {
  amount: number;
  inDays: number;
}

export interface ForecastInput {
  /** ECU used on each past UTC day, oldest first; the last one is yesterday. */
  history: readonly number[];
  /** How much of today is still to come, from 0 to 1. */
  todayLeft: number;
  /** What is available now, expiring credit included. */
  available: number;
  expiring: readonly ExpiringCredit[];
}

/** Days from today until the credit is used up, 0 for today; null when that lies beyond the horizon. */
export interface RunOut {
  /** One in ten histories ends before this, and one in ten after `high`. */
  low: number | null;
  middle: number | null;
  high: number | null;
}

/** What may be left at the end of a day: less than `low` in one of ten histories, more than `high` in one of ten. */
export interface Left {
  low: number;
  middle: number;
  high: number;
}

export interface Forecast {
  runOut: RunOut;
  /** What is left at the end of each day, today first. */
  left: Left[];
  /** Of each expiring credit, in the order given, what will likely be left of it when it ends. */
  unused: number[];
}

/** Nobody plans credit further ahead. */
export const HORIZON_DAYS = 365;

const PATHS = 400;

/** The run-out day of one history that is about to begin, or null for too short a past or nothing used in it. Pure: the same input gives the same range. */
export function forecastRunOut(input: ForecastInput): RunOut | null {
  return forecastCredit(input, 0)?.runOut ?? null;
}

/** The same, with what is left at the end of each of the next `days` days and of each credit that expires. */
export function forecastCredit(input: ForecastInput, days: number): Forecast | null {
  const model = modelOf(input.history);
  if (!model) return null;
  const chance = new Stream(input.history.length * 7_919 + Math.round(input.available * 1_000));
  const paths = Array.from({ length: PATHS }, () => liveThrough(input, demandOf(model, chance), days));
  const ends = inOrder(paths.map(({ end }) => end));
  const at = (share: number) => {
    const day = atShare(ends, share);
    return day >= HORIZON_DAYS ? null : day;
  };
  return {
    runOut: { low: at(0.1), middle: at(0.5), high: at(0.9) },
    left: Array.from({ length: days }, (_, day) => {
      const left = inOrder(paths.map((path) => path.left[day] ?? 0));
      return { low: atShare(left, 0.1), middle: atShare(left, 0.5), high: atShare(left, 0.9) };
    }),
    unused: input.expiring.map((_, lot) =>
      atShare(inOrder(paths.map(({ unused }) => unused[lot] ?? 0)), 0.5),
    ),
  };
}

/** The day on which credit is used up when each day takes what `demand` says: expiring credit is used first. */
export function runOutOf(input: Omit<ForecastInput, "history">, demand: (day: number) => number): number {
  return liveThrough(input, demand, 0).end;
}

interface Path {
  end: number;
  /** At the end of each of the first days. */
  left: number[];
  /** Of each expiring credit. */
  unused: number[];
}

function liveThrough(
  { available, expiring, todayLeft }: Omit<ForecastInput, "history">,
  demand: (day: number) => number,
  days: number,
): Path {
  const lots = expiring
    .map((lot, index) => ({ ...lot, index }))
    .sort((left, right) => left.inDays - right.inDays);
  const path: Path = { end: HORIZON_DAYS, left: [], unused: expiring.map(() => 0) };
  let lasting = available - lots.reduce((sum, { amount }) => sum + amount, 0);
  for (let day = 0; day < HORIZON_DAYS; day += 1) {
    let asked = day === 0 ? demand(day) * todayLeft : demand(day);
    let left = lasting;
    for (const lot of lots) {
      if (lot.inDays <= day && lot.amount > 0) {
        path.unused[lot.index] = lot.amount;
        lot.amount = 0;
      }
      const taken = Math.min(lot.amount, asked);
      lot.amount -= taken;
      asked -= taken;
      left += lot.amount;
    }
    lasting -= asked;
    if (left - asked <= 0) return { ...path, end: day };
    if (day < days) path.left.push(left - asked);
  }
  return path;
}

function inOrder(values: readonly number[]): number[] {
  return values.toSorted((left, right) => left - right);
}

function atShare(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
