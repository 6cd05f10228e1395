import fc from "fast-check";
import { expect, it } from "vitest";
import { picoUsd } from "@/lib/values/usd";
import { inCents } from "./in-cents";

const row = (revenue: bigint, cost: bigint, calls = 1) => ({
  revenue: picoUsd(revenue),
  cost: picoUsd(cost),
  calls,
});

it("shows cents that add up to the total in cents", () => {
  const cent = 10_000_000_000n;
  const shown = inCents([row(cent / 3n, cent), row(cent / 3n, 0n), row(cent / 3n, cent * 2n)]);
  expect(shown.map(({ revenue, cost }) => [revenue, cost])).toEqual([
    [cent, cent],
    [0n, 0n],
    [0n, cent * 2n],
  ]);
});

it("never shows more revenue with a cost than revenue, and both add up", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 13n }).map((nano) => nano * 1_000n);
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 12 }), (parts) => {
      const rows = parts.map(([costed, uncosted]) => ({
        ...row(costed + uncosted, 0n),
        costedRevenue: picoUsd(costed),
      }));
      const shown = inCents(rows);
      const cents = (amounts: bigint[]) =>
        (amounts.reduce((sum, one) => sum + one / 1_000n, 0n) + 5_000_000n) / 10_000_000n;
      const sum = (amounts: bigint[]) => amounts.reduce((all, one) => all + one, 0n) / 10_000_000_000n;
      expect(sum(shown.map(({ revenue }) => revenue))).toBe(cents(rows.map(({ revenue }) => revenue)));
      expect(sum(shown.map(({ costedRevenue }) => costedRevenue))).toBe(
        cents(rows.map(({ costedRevenue }) => costedRevenue)),
      );
      for (const { revenue, costedRevenue } of shown) expect(costedRevenue).toBeLessThanOrEqual(revenue);
    }),
  );
});
