/**
 * When credit runs out, as a range. The history's own weeks are lived through again, in many orders: its level and trend carried on, its weekly rhythm
 * kept, its bursts and gaps drawn from what was, and the level itself left to wander as it has wandered. The range holds the middle 80 % of what comes
 * of it. Numbers are estimates for people and never enter the books.
 */

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

/** Nobody plans credit further ahead. */
export const HORIZON_DAYS = 365;
/** As much of the past as is looked at, and the least that says anything. */
export const WINDOW_DAYS = 56;
export const LEAST_DAYS = 7;

const PATHS = 400;
const WEEK = 7;
/** A trend fades: what grows now does not grow like that for ever. Per week. */
const DAMPING = 0.7;
/** How much of the week-to-week change is taken to be the level's own: at once, and with each week that passes. Set by the back-test. */
const LEVEL_NOW = 0.5;
const LEVEL_DRIFT = 0.4;

/** The run-out day of one history that is about to begin, or null for too short a past or nothing used in it. Pure: the same input gives the same range. */
export function forecastRunOut(input: ForecastInput): RunOut | null {
  const model = modelOf(input);
  if (!model) return null;
  const chance = new Stream(input.history.length * 7_919 + Math.round(input.available * 1_000));
  const days = Array.from({ length: PATHS }, () => runOutOf(input, demandOf(model, chance))).toSorted(
    (left, right) => left - right,
  );
  const at = (share: number) => {
    const day = days[Math.min(PATHS - 1, Math.floor(share * PATHS))] ?? HORIZON_DAYS;
    return day >= HORIZON_DAYS ? null : day;
  };
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}

/** The day on which credit is used up when each day takes what `demand` says: expiring credit is used first. */
export function runOutOf(
  { available, expiring, todayLeft }: Omit<ForecastInput, "history">,
  demand: (day: number) => number,
): number {
  const lots = [...expiring].sort((left, right) => left.inDays - right.inDays).map((lot) => ({ ...lot }));
  let lasting = available - lots.reduce((sum, { amount }) => sum + amount, 0);
  for (let day = 0; day < HORIZON_DAYS; day += 1) {
    let asked = day === 0 ? demand(day) * todayLeft : demand(day);
    let left = lasting;
    for (const lot of lots) {
      if (lot.inDays <= day) lot.amount = 0;
      const taken = Math.min(lot.amount, asked);
      lot.amount -= taken;
      asked -= taken;
      left += lot.amount;
    }
    lasting -= asked;
    if (left - asked <= 0) return day;
  }
  return HORIZON_DAYS;
}

interface Model {
  level: number;
  /** Of the level's logarithm, per week. */
  trend: number;
  /** By weekday from today; their mean is 1. */
  rhythm: readonly number[];
  /** What each past day was, in what was expected of it; the last one is yesterday. Their mean is 1. */
  ratios: readonly number[];
  wander: number;
}

function modelOf({ history }: ForecastInput): Model | null {
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
function demandOf({ level, trend, rhythm, ratios, wander }: Model, chance: Stream): (day: number) => number {
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

/** Chance that is the same for the same input. */
class Stream {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** A number from 0 to 1, by an xorshift of 32 bits (George Marsaglia). */
  next(): number {
    this.#state ^= this.#state << 13;
    this.#state >>>= 0;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    this.#state >>>= 0;
    return (this.#state || 1) / 4_294_967_296;
  }

  /** By the polar form of Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next() * 0.999_999)) * Math.cos(2 * Math.PI * this.next());
  }
}
