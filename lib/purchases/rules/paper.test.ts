import fc from "fast-check";
import { expect, it } from "vitest";
import { type PaidBack, taxOfParts } from "./paper";

const payment = fc
  .record({ net: fc.integer({ min: 1, max: 10_000_000 }), tax: fc.integer({ min: 0, max: 3_000_000 }) })
  .map(({ net, tax }) => ({ chargedCents: net + tax, taxCents: tax }));
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });

/** A payment cut into parts that make up the whole. */
function partsOf(whole: number, at: readonly number[]): PaidBack[] {
  const ends = [0, ...at.map((cut) => Math.floor(cut * whole)).toSorted((one, other) => one - other), whole];
  return ends.slice(1).map((end, index) => part(end - (ends[index] ?? 0), index));
}

/** The one that comes at `at`; a row for what failed has room behind each. */
function part(cents: number, at: number, failedAt?: number): PaidBack {
  const returnedSeq = failedAt === undefined ? null : BigInt(10 * failedAt + 5);
  return { cents, seq: BigInt(10 * at), returnedSeq };
}

const sumOf = (cents: readonly number[]) => cents.reduce((sum, one) => sum + one, 0);

it("all parts of a payment have all of its tax, none less than nothing, and none more than itself", () => {
  fc.assert(
    fc.property(payment, cuts, (paid, at) => {
      const parts = partsOf(paid.chargedCents, at);
      const taxes = taxOfParts(paid, parts);
      expect(sumOf(taxes)).toBe(paid.taxCents);
      taxes.forEach((tax, index) => {
        expect(tax).toBeGreaterThanOrEqual(0);
        expect(tax).toBeLessThanOrEqual(parts[index]?.cents ?? 0);
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

it("what is paid back again after it failed has the tax that is left, whenever it failed", () => {
  fc.assert(
    fc.property(payment, cuts, fc.nat(), fc.nat(), (paid, at, failing, later) => {
      const parts = partsOf(paid.chargedCents, at);
      const index = failing % parts.length;
      const failed = parts[index]!;
      const failedAt = index + (later % (parts.length - index));
      const again = part(failed.cents, parts.length);
      const all = [...parts.with(index, part(failed.cents, index, failedAt)), again];
      const taxes = taxOfParts(paid, all);
      expect(sumOf(taxes.filter((_, place) => place !== index))).toBe(paid.taxCents);
      expect(taxes.every((tax, place) => tax >= 0 && tax <= (all[place]?.cents ?? 0))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
