import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween } from "../time";
import { type Comparison, comparisonOf, daysBefore } from "./compare";

it.each<[string, string, Comparison, string, string]>([
  ["2026-11-15", "2026-11-21", "previous", "2026-11-08", "2026-11-14"],
  ["2026-11-21", "2026-11-21", "previous", "2026-11-20", "2026-11-20"],
  ["2026-11-01", "2026-11-21", "month", "2026-10-01", "2026-10-21"],
  ["2026-10-01", "2026-10-31", "month", "2026-09-01", "2026-09-30"],
  ["2026-02-01", "2026-02-28", "month", "2026-01-01", "2026-01-28"],
  ["2028-03-01", "2028-03-31", "month", "2028-02-01", "2028-02-29"],
])("compares %s – %s (%s) with %s – %s", (from, to, comparison, first, last) => {
  expect(daysBefore({ from, to }, comparison)).toEqual({ from: first, to: last });
});

it("is never longer than the days themselves, and over before they begin", () => {
  const days = fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 365 }));
  fc.assert(
    fc.property(days, fc.constantFrom<Comparison>("previous", "month"), ([start, more], comparison) => {
      const from = addDays("2024-01-01", start);
      const range = { from, to: addDays(from, more) };
      const before = daysBefore(range, comparison);
      expect(before.from <= before.to).toBe(true);
      expect(before.to < from).toBe(true);
      const [count, most] = [daysBetween(before.from, before.to).length, more + 1];
      if (comparison === "previous") expect(count).toBe(most);
      else expect(count).toBeLessThanOrEqual(most);
    }),
  );
});

it("compares months with months", () => {
  expect([comparisonOf("last_month"), comparisonOf("7d"), comparisonOf(null)]).toEqual([
    "month",
    "previous",
    "previous",
  ]);
});
