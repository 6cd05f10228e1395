import fc from "fast-check";
import { expect, it } from "vitest";
import { displayPercent, percentOf } from "./percent";

it("writes at most one decimal", () => {
  expect([77.35, 22.65, 80, 12.5, 0.1, "33.3"].map((percent) => displayPercent(percent))).toEqual([
    ...["77.4 %", "22.6 %", "80 %", "12.5 %", "0.1 %", "33.3 %"],
  ]);
  expect(displayPercent(80, { fixed: true })).toBe("80.0 %");
});

it("says nothing and all only of what is nothing and all", () => {
  expect([0, 0.04, 0.05, 99.95, 99.96, 100].map((percent) => displayPercent(percent))).toEqual([
    ...["0 %", "<0.1 %", "<0.1 %", ">99.9 %", ">99.9 %", "100 %"],
  ]);
  const of = (part: string) => [part, "1000000"] as const;
  expect(displayPercent(0, { of: of("50") })).toBe("<0.1 %");
  expect(displayPercent("0", { of: of("0"), fixed: true })).toBe("0 %");
  expect(displayPercent(100, { of: of("999950") })).toBe(">99.9 %");
  expect(displayPercent(100, { of: of("1000000") })).toBe("100 %");
  expect(displayPercent(0, { of: of("-3") })).toBe("0 %");
});

it("says by how much something is more than all", () => {
  expect([100.04, 100.06, 188.9].map((percent) => displayPercent(percent))).toEqual([
    ...[">100 %", "100.1 %", "188.9 %"],
  ]);
  expect(displayPercent("100", { of: ["1000000.001", "1000000"] })).toBe(">100 %");
});

it("what is used and what is left are a hundred together", () => {
  const tenthsOf = (hundredths: number) => {
    const words = displayPercent(hundredths / 100);
    return words.startsWith("<") ? 0 : words.startsWith(">") ? 1_000 : Math.round(parseFloatOf(words) * 10);
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (used) => {
      expect(tenthsOf(used) + tenthsOf(10_000 - used)).toBe(1_000);
    }),
  );
});

it("is rounded for programs to two decimals, and cut nowhere", () => {
  expect([
    percentOf(1n, 3n),
    percentOf(2n, 3n),
    percentOf(179_999n, 1_000_000n),
    percentOf(1n, 800n),
    percentOf(3n, 800n),
  ]).toEqual([33.33, 66.67, 18, 0.12, 0.38]);
  expect([
    percentOf(0n, 7n),
    percentOf(1n, 10n ** 9n),
    percentOf(10n ** 9n - 1n, 10n ** 9n),
    percentOf(7n, 7n),
    percentOf(10n ** 9n + 1n, 10n ** 9n),
    percentOf(1_889n, 1_000n),
  ]).toEqual([0, 0.01, 99.99, 100, 100.01, 188.9]);
  const amount = fc.bigInt({ min: 1n, max: 10n ** 18n });
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      const [used, left] = [percentOf(one, one + other), percentOf(other, one + other)];
      expect(Math.round((used + left) * 100)).toBe(10_000);
      expect(Math.abs(used - (Number(one) / Number(one + other)) * 100)).toBeLessThan(0.0101);
    }),
  );
});

function parseFloatOf(words: string): number {
  return Number(words.replace(" %", ""));
}
