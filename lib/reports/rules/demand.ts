import { type Stream } from "./stream";

/**
 * How credit goes on being used, by how it was: the history's own weeks are lived through again, in many orders. Its level and trend are carried on,
 * its weekly rhythm is kept, its bursts and gaps are drawn from what was, and the level itself wanders as it has wandered. Numbers are estimates for
 * people and never enter the books.
 */

/** As much of the past as is looked at, and the least that says anything. */
export const WINDOW_DAYS = 56;
export const LEAST_DAYS = 7;

const WEEK = 7;
/** A trend fades: what grows now does not grow like that for ever. Per week. */
const DAMPING = 0.7;
/** How much of the week-to-week change is taken to be the level's own: at once, and with each week that passes. Set by the back-test. */
const LEVEL_NOW = 0.5;
const LEVEL_DRIFT = 0.4;

/** What a past says of the days to come. */
export interface Model {
  level: number;
  /** Of the level's logarithm, per week. */
  trend: number;
  /** By weekday from today; their mean is 1. */
  rhythm: readonly number[];
  /** What each past day was, in what was expected of it; the last one is yesterday. Their mean is 1. */
  ratios: readonly number[];
  wander: number;
}

/** Reads the past: ECU used on each past UTC day, oldest first, up to yesterday. Null for too short a past, or nothing used in it. */
export function modelOf(history: readonly number[]): Model | null {
  const past = history.slice(-WINDOW_DAYS);
  const mean = meanOf(past);
  if (past.length < LEAST_DAYS || mean <= 0) return null;
  // Index 0 is today's weekday: yesterday is 6, and so on back.
  const slot = (index: number) => (WEEK * past.length + index - past.length) % WEEK;
  const rhythm = rhythmOf(past, slot, mean);
  const calm = past.map((used, index) => used / (rhythm[slot(index)] ?? 1));
  const weeks = weekMeans(calm);
  const trend = trendOf(weeks);
  const level = levelOf(calm, trend);
  const expected = past.map(
    (_, index) => level * growth(trend, (index - past.length) / WEEK) * (rhythm[slot(index)] ?? 1),
  );
  const raw = past.map((used, index) => used / Math.max(expected[index] ?? mean, mean * 0.01));
  const scale = meanOf(raw) || 1;
  return { level, trend, rhythm, ratios: raw.map((ratio) => ratio / scale), wander: wanderOf(weeks, trend) };
}

function rhythmOf(past: readonly number[], slot: (index: number) => number, mean: number): number[] {
  const sums = Array.from({ length: WEEK }, () => ({ sum: 2 * mean, count: 2 }));
  for (const [index, used] of past.entries()) {
    const day = sums[slot(index)];
    if (day) {
      // A single burst is no rhythm.
      day.sum += Math.min(used, 3 * mean);
      day.count += 1;
    }
  }
  const means = sums.map(({ sum, count }) => sum / count);
  const all = meanOf(means);
  return means.map((one) => Math.max(0.02, one / all));
}

/** Means of whole weeks, oldest first, counted back from yesterday. */
function weekMeans(days: readonly number[]): number[] {
  const weeks = Math.floor(days.length / WEEK);
  return Array.from({ length: weeks }, (_, index) => {
    const end = days.length - (weeks - 1 - index) * WEEK;
    return meanOf(days.slice(end - WEEK, end));
  });
}

/** The median slope of the weeks' logarithms, believed as far as it stands out of their scatter. */
function trendOf(weeks: readonly number[]): number {
  const logs = weeks.map(logOf);
  const slopes = logs.flatMap((from, left) =>
    logs.slice(left + 1).map((to, step) => (to - from) / (step + 1)),
  );
  if (logs.length < 4) return 0;
  const slope = medianOf(slopes);
  const rest = logs.map((value, index) => value - slope * index);
  const scatter = deviationOf(rest) / Math.sqrt((logs.length ** 3 - logs.length) / 12);
  const weight = slope ** 2 / (slope ** 2 + 16 * scatter ** 2 + 1e-6);
  return Math.max(-0.35, Math.min(0.35, slope * weight));
}

function levelOf(calm: readonly number[], trend: number): number {
  let sum = 0;
  let weights = 0;
  for (const [index, used] of calm.entries()) {
    const age = calm.length - index;
    const weight = 0.5 ** (age / 14);
    sum += weight * (used / growth(trend, -age / WEEK));
    weights += weight;
  }
  return sum / weights;
}

/** How much the level changes from week to week beyond its trend. */
function wanderOf(weeks: readonly number[], trend: number): number {
  const steps = weeks.slice(1).map((week, index) => logOf(week) - logOf(weeks[index] ?? week) - trend);
  if (steps.length < 2) return 0.3;
  const size = medianOf(steps.map(Math.abs)) * 1.48;
  return Math.max(0.03, Math.min(0.8, size));
}

/** The factor by which the level has grown after so many weeks; before now the trend is taken as it was. */
function growth(trend: number, weeks: number): number {
  return Math.exp(trend * (weeks <= 0 ? weeks : (1 - DAMPING ** weeks) / (1 - DAMPING)));
}

/** One way in which it may go on: a week of the past after another, on a level that wanders. */
export function demandOf(
  { level, trend, rhythm, ratios, wander }: Model,
  chance: Stream,
): (day: number) => number {
  const weeks = Math.floor(ratios.length / WEEK);
  let drift = LEVEL_NOW * wander * chance.normal();
  let week = 0;
  return (day) => {
    if (day % WEEK === 0) {
      if (day > 0) drift += LEVEL_DRIFT * wander * chance.normal();
      week = Math.floor(chance.next() * weeks);
    }
    const ratio = ratios[ratios.length - (week + 1) * WEEK + (day % WEEK)] ?? 1;
    return level * growth(trend, day / WEEK) * Math.exp(drift) * (rhythm[day % WEEK] ?? 1) * ratio;
  };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}

function logOf(value: number): number {
  return Math.log(Math.max(value, 1e-9));
}
