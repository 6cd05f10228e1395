import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backtest } from "@/bench/forecast";
import { LEAST_DAYS } from "./demand";
import { forecastCredit, forecastRunOut, type ForecastInput, HORIZON_DAYS, runOutOf } from "./forecast";

const input = (part: Partial<ForecastInput> = {}): ForecastInput => ({
  history: Array.from({ length: 56 }, () => 10),
  todayLeft: 1,
  available: 100,
  expiring: [],
  ...part,
});

describe("a forecast", () => {
  it("of the same use every day is the day on which it is used up, within a day or two", () => {
    const { low, middle, high } = forecastRunOut(input()) ?? {};
    expect(middle).toBeGreaterThanOrEqual(8);
    expect(middle).toBeLessThanOrEqual(10);
    expect((low ?? 0) <= (middle ?? 0) && (middle ?? 0) <= (high ?? 0)).toBe(true);
  });

  it("knows that weekends are quiet", () => {
    // Yesterday was a Sunday: five busy days lie ahead.
    const history = Array.from({ length: 56 }, (_, day) => (day % 7 >= 5 ? 0 : 20));
    expect(forecastRunOut(input({ history, available: 90 }))?.middle).toBeLessThanOrEqual(5);
    const onSaturday = history.slice(5).concat([20, 20, 20, 20, 20]);
    expect(forecastRunOut(input({ history: onSaturday, available: 15 }))?.middle).toBeGreaterThanOrEqual(1);
  });

  it("says nothing of too short a past, of one in which nothing was used, and of the far future", () => {
    expect(forecastRunOut(input({ history: Array.from({ length: LEAST_DAYS - 1 }, () => 10) }))).toBeNull();
    expect(forecastRunOut(input({ history: Array.from({ length: 56 }, () => 0) }))).toBeNull();
    expect(forecastRunOut(input({ available: 1e9 }))).toEqual({ low: null, middle: null, high: null });
  });

  it("is today when nothing is left", () => {
    expect(forecastRunOut(input({ available: 0 }))).toEqual({ low: 0, middle: 0, high: 0 });
  });

  it("comes sooner when a grant expires before it can be used", () => {
    const lasting = forecastRunOut(input({ available: 300 }));
    const expiring = forecastRunOut(input({ available: 300, expiring: [{ amount: 250, inDays: 3 }] }));
    expect(expiring?.high ?? HORIZON_DAYS).toBeLessThan(lasting?.low ?? HORIZON_DAYS);
  });

  it("is in order, is the same again, and does not come sooner with more credit", () => {
    const days = fc.array(fc.double({ min: 0, max: 1_000, noNaN: true }), { minLength: 7, maxLength: 90 });
    fc.assert(
      fc.property(days, fc.double({ min: 0, max: 1e5, noNaN: true }), (history, available) => {
        const range = forecastRunOut(input({ history, available }));
        expect(forecastRunOut(input({ history, available }))).toEqual(range);
        if (!range) return;
        const [low, middle, high] = [range.low, range.middle, range.high].map((day) => day ?? HORIZON_DAYS);
        expect((low ?? 0) <= (middle ?? 0) && (middle ?? 0) <= (high ?? 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

it("expiring credit is used before credit that lasts, and what is left of it is gone at its time", () => {
  const ends = (expiring: ForecastInput["expiring"], available: number) =>
    runOutOf({ available, expiring, todayLeft: 1 }, () => 10);
  expect(ends([{ amount: 30, inDays: 2 }], 50)).toBe(3);
  expect(ends([{ amount: 30, inDays: 5 }], 50)).toBe(4);
  expect(ends([], 50)).toBe(4);
});

it("the stated 80 % range covers 75 to 85 % of outcomes, with less error than a trailing average, on histories that it was not set by", () => {
  const trials = backtest(7);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const covered = mean(trials.map((trial) => Number(trial.covered)));
  expect(covered).toBeGreaterThanOrEqual(0.75);
  expect(covered).toBeLessThanOrEqual(0.85);
  expect(mean(trials.map(({ error }) => error))).toBeLessThan(
    mean(trials.map(({ plainError }) => plainError)),
  );
}, 60_000);

it("the band and the run-out day are the same forecast: each edge is at nothing from its day on, and above it before", () => {
  const days = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 14, maxLength: 60 });
  fc.assert(
    fc.property(days, fc.double({ min: 1, max: 1_000, noNaN: true }), (history, available) => {
      const expiring = [{ amount: available / 4, inDays: 5 }];
      const forecast = forecastCredit(input({ history, available, expiring }), 60);
      if (!forecast) return;
      const { runOut, left, unused } = forecast;
      expect(forecastRunOut(input({ history, available, expiring }))).toEqual(runOut);
      for (const edge of ["low", "middle", "high"] as const) {
        const ended = left.findIndex((one) => one[edge] <= 0);
        const day = runOut[edge];
        if (day !== null && day < 60) expect(ended).toBe(day);
        else expect(ended).toBe(-1);
      }
      expect(unused[0]).toBeGreaterThanOrEqual(0);
      expect(unused[0]).toBeLessThanOrEqual(available / 4);
    }),
    { numRuns: 40 },
  );
});
