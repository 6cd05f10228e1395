import fc from "fast-check";
import { expect, it } from "vitest";
import { taxOfParts } from "./paper";

const payment = fc
  .record({ net: fc.integer({ min: 1, max: 10_000_000 }), tax: fc.integer({ min: 0, max: 3_000_000 }) })
  .map(({ net, tax }) => ({ chargedCents: net + tax, taxCents: tax }));
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });

/** A payment cut into parts that make up the whole. */
function partsOf(whole: number, at: readonly number[]): number[] {
  const ends = [0, ...at.map((cut) => Math.floor(cut * whole)).toSorted((one, other) => one - other), whole];
  return ends.slice(1).map((end, index) => end - (ends[index] ?? 0));
}

it("all parts of a payment have all of its tax, none less than nothing, and none more than itself", () => {
  fc.assert(
    fc.property(payment, cuts, (paid, at) => {
      const parts = partsOf(paid.chargedCents, at);
      const taxes = taxOfParts(paid, parts);
      expect(taxes.reduce((sum, tax) => sum + tax, 0)).toBe(paid.taxCents);
      taxes.forEach((tax, index) => {
        expect(tax).toBeGreaterThanOrEqual(0);
        expect(tax).toBeLessThanOrEqual(parts[index] ?? 0);
      });
    }),
  );
});

it("a later part changes none before it", () => {
  fc.assert(
    fc.property(payment, cuts, (paid, at) => {
      const parts = partsOf(paid.chargedCents, at);
      expect(taxOfParts(paid, parts.slice(0, -1))).toEqual(taxOfParts(paid, parts).slice(0, -1));
    }),
  );
});
