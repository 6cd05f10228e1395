import fc from "fast-check";
import { expect, it } from "vitest";
import type { CreditForecast } from "@/lib/reports/read-forecast";
import { addDays } from "@/lib/values/time";
import { daysAhead, isDrawn, pointsOf } from "./run-out-points";

const TODAY = "2026-11-21";

function forecastOf(balance: number, daily: number, debt = 0): CreditForecast {
  const ahead = Array.from({ length: 120 }, (_, day) => {
    const middle = Math.max(0, balance - daily * (day + 1));
    return { day: addDays(TODAY, day), low: middle * 0.8, middle, high: middle * 1.2 };
  });
  const gone = ahead.findIndex(({ middle }) => middle <= 0);
  const day = gone < 0 ? null : addDays(TODAY, gone);
  return {
    past: Array.from({ length: 31 }, (_, index) => ({
      day: addDays(TODAY, index - 30),
      balance: index === 10 ? `-${debt}` : balance.toString(),
    })),
    runOut: { low: day, middle: day, high: day },
    ahead,
    expiring: [],
  };
}

it("goes on where the past ends, day by day, and never below nothing", () => {
  const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
  const rate = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(amount, rate, fc.nat(1_000_000), (balance, daily, debt) => {
      const { points, today, out } = pointsOf(forecastOf(balance, daily, debt));
      expect(points.map(({ day }) => day)).toEqual(points.map((_, index) => addDays(TODAY, index - 30)));
      expect(today).toBe(TODAY);
      for (const { band, middle, day, was } of points) {
        if (band) expect(band[0] >= 0 && band[0] <= band[1]).toBe(true);
        if (middle !== null) expect(middle).toBeGreaterThanOrEqual(0);
        expect(was !== null).toBe(day <= TODAY);
      }
      if (out) expect(out.from <= out.to && out.from >= TODAY).toBe(true);
    }),
  );
});

it("looks as far ahead as the credit may last, and a fortnight at least", () => {
  expect(daysAhead(forecastOf(100, 50))).toBe(14);
  expect(daysAhead(forecastOf(1000, 20))).toBe(56);
  expect(daysAhead(forecastOf(1e6, 1))).toBe(120);
});

it("has a day of an account that has just begun, which is nothing to draw", () => {
  const none = { past: [{ day: TODAY, balance: "75" }], runOut: null, ahead: [], expiring: [] };
  expect(pointsOf(none).points).toHaveLength(1);
});

it("draws nothing where there is nothing to draw yet", () => {
  const whole = forecastOf(100, 1);
  expect(isDrawn(whole)).toBe(true);
  expect(isDrawn({ ...whole, past: whole.past.slice(-2), ahead: [], runOut: null })).toBe(false);
});
