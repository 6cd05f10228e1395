import fc from "fast-check";
import { expect, it } from "vitest";
import type { CreditForecast } from "@/lib/reports/read-forecast";
import { addDays } from "@/lib/values/time";
import { daysAhead, scaleOf } from "./run-out-scale";

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

it("keeps every point inside the drawing, also with a balance below zero in the past", () => {
  const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(
      amount,
      fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      fc.nat(1_000_000),
      (balance, daily, debt) => {
        const scale = scaleOf(forecastOf(balance, daily, debt));
        if (!scale) return;
        const numbers = [scale.past, scale.band, scale.middle].flatMap((path) =>
          [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
        );
        for (const [x, y] of numbers) {
          expect(x >= 0 && x <= 1000).toBe(true);
          expect(y >= 0 && y <= 100).toBe(true);
        }
        expect(scale.zero >= 0 && scale.zero <= 1).toBe(true);
      },
    ),
  );
});

it("looks as far ahead as the credit may last, and a fortnight at least", () => {
  expect(daysAhead(forecastOf(100, 50))).toBe(14);
  expect(daysAhead(forecastOf(1000, 20))).toBe(56);
  expect(daysAhead(forecastOf(1e6, 1))).toBe(120);
});

it("draws nothing of an account that has just begun", () => {
  const none = { past: [{ day: TODAY, balance: "75" }], runOut: null, ahead: [], expiring: [] };
  expect(scaleOf(none)).toBeNull();
});
