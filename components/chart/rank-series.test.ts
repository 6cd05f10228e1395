import fc from "fast-check";
import { expect, it } from "vitest";
import { formatCredits, nano } from "@/lib/values/money";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { rankSeries } from "./rank-series";

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n }).map((value) => formatCredits(nano(value)));
const datum = fc.record({
  at: fc.constantFrom("1", "2", "3"),
  series: fc.constantFrom(..."abcdefghijklm"),
  value: amount,
});

it("keeps eight series and one for the rest, and loses nothing", () => {
  fc.assert(
    fc.property(fc.array(datum), (data) => {
      const { series, stacks } = rankSeries(data, ["1", "2", "3"]);
      expect(series.length).toBeLessThanOrEqual(9);
      expect(sumOf(series.map(({ total }) => total))).toBe(sumOf(data.map(({ value }) => value)));
      expect(sumOf(stacks.map(({ total }) => total))).toBe(sumOf(data.map(({ value }) => value)));
    }),
  );
});

it("gives the greatest series the first hue, and the same hue to the same rank", () => {
  const { series } = rankSeries(
    [
      { at: "1", series: "small", value: "1" },
      { at: "2", series: "great", value: "0.5" },
      { at: "1", series: "great", value: "0.6" },
    ],
    ["1", "2"],
  );
  expect(series.map(({ key, hue, total }) => [key, hue, total])).toEqual([
    ["great", 1, "1.1"],
    ["small", 2, "1"],
  ]);
});
