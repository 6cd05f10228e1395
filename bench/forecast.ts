import { forecastRunOut, HORIZON_DAYS, runOutOf } from "@/lib/reports/rules/forecast";
import { Chance } from "@/prisma/seed/random";
import { atMost, type Measure } from "./report";

const DAYS = 400;
const WEEK = 7;
const HISTORIES = 40;
/** Longer than this is censored for both: nobody acts on it yet. */
const FAR = 120;

interface Shape {
  name: string;
  day(day: number, chance: Chance, state: { level: number }): number;
}

const normal = (chance: Chance) =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
const noisy = (chance: Chance, size: number) => Math.exp(size * normal(chance) - size ** 2 / 2);
const weekend = (day: number, share: number) => (day % WEEK >= 5 ? share : 1);

/** Ways in which companies use credit. */
const SHAPES: readonly Shape[] = [
  { name: "steady", day: (_, chance) => 20 * noisy(chance, 0.25) },
  { name: "weekly rhythm", day: (day, chance) => 20 * weekend(day, 0.15) * noisy(chance, 0.3) },
  { name: "growth", day: (day, chance) => 8 * 1.008 ** day * weekend(day, 0.4) * noisy(chance, 0.3) },
  { name: "decline", day: (day, chance) => 60 * 0.994 ** day * weekend(day, 0.5) * noisy(chance, 0.3) },
  {
    name: "bursts",
    day: (day, chance) =>
      12 * weekend(day, 0.5) * noisy(chance, 0.3) * (chance.next() < 0.06 ? 3 + 7 * chance.next() : 1),
  },
  { name: "gaps", day: (_, chance) => (chance.next() < 0.35 ? 0 : 25 * noisy(chance, 0.5)) },
  {
    name: "wandering",
    day: (day, chance, state) => {
      if (day % WEEK === 0) state.level *= noisy(chance, 0.15);
      return 20 * state.level * weekend(day, 0.4) * noisy(chance, 0.3);
    },
  },
  {
    // Inter-arrival and size of real traces are heavy-tailed, and busy days follow each other.
    name: "trace-shaped",
    day: (day, chance, state) => {
      state.level = Math.exp(0.8 * Math.log(state.level) + 0.25 * normal(chance));
      return 15 * state.level * weekend(day, 0.6) * noisy(chance, 0.45);
    },
  },
];

/** What came of one forecast. */
interface Trial {
  shape: string;
  covered: boolean;
  error: number;
  plainError: number;
}

/** Forecasts from many days of many histories, each knowing only what lay before it, against what came. */
export function backtest(seed = 1): Trial[] {
  return SHAPES.flatMap((shape, at) =>
    Array.from({ length: HISTORIES }, (_, history) =>
      trialsOf(shape, new Chance(seed * 10_000 + at * 100 + history)),
    ).flat(),
  );
}

function trialsOf(shape: Shape, chance: Chance): Trial[] {
  const state = { level: 1 };
  const days = Array.from({ length: DAYS }, (_, day) => shape.day(day, chance, state));
  return [60, 95, 130, 165, 200, 235].flatMap((origin) => {
    const history = days.slice(0, origin);
    const mean = history.slice(-28).reduce((sum, used) => sum + used, 0) / 28;
    const available = mean * (3 + 40 * chance.next() ** 1.5);
    const expiring =
      chance.next() < 0.3 ? [{ amount: available * 0.4 * chance.next(), inDays: chance.between(2, 20) }] : [];
    const input = { history, todayLeft: 1, available, expiring };
    const actual = Math.min(
      FAR,
      runOutOf(input, (day) => days[origin + day] ?? mean),
    );
    const range = forecastRunOut(input);
    if (!range) return [];
    const bounded = (day: number | null) => Math.min(FAR, day ?? HORIZON_DAYS);
    const plain = Math.min(
      FAR,
      runOutOf(input, () => mean),
    );
    return [
      {
        shape: shape.name,
        covered: actual >= bounded(range.low) && actual <= bounded(range.high),
        error: Math.abs(bounded(range.middle) - actual),
        plainError: Math.abs(plain - actual),
      },
    ];
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The forecast's coverage and its error against the plain trailing average's. */
export function benchForecast(): Measure[] {
  const trials = backtest();
  const covered = mean(trials.map((trial) => Number(trial.covered)));
  const [error, plain] = [
    mean(trials.map((trial) => trial.error)),
    mean(trials.map((trial) => trial.plainError)),
  ];
  const shapes = SHAPES.map(({ name }) => {
    const own = trials.filter((trial) => trial.shape === name);
    return `${name} ${Math.round(100 * mean(own.map((trial) => Number(trial.covered))))} %`;
  });
  return [
    {
      work: "run-out: outcomes within the stated 80 % range",
      value: covered,
      shown: `${Math.round(covered * 1_000) / 10} %`,
      gate: "75–85 %",
      met: covered >= 0.75 && covered <= 0.85,
      details: `${trials.length} forecasts; ${shapes.join(", ")}`,
    },
    atMost(
      "run-out: error to that of the trailing average",
      error / plain,
      1,
      "",
      `${error.toFixed(2)} and ${plain.toFixed(2)} days`,
    ),
  ];
}
