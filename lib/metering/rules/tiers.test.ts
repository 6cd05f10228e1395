import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ceilDiv, nano } from "@/lib/values/money";
import { atDearest, type Graded, graduated, sumOf } from "./tiers";

const quantities = fc.bigInt(0n, 10n ** 12n);

/** An entry with rising borders and any prices. */
const entries: fc.Arbitrary<Graded> = fc
  .tuple(
    fc.bigInt(0n, 10n ** 9n),
    fc.array(fc.tuple(fc.bigInt(1n, 10n ** 11n), fc.bigInt(0n, 10n ** 9n)), { maxLength: 5 }),
  )
  .map(([price, steps]) => {
    let above = 0n;
    const tiers = steps.map(([width, rate]) => {
      above += width;
      return { above, price: nano(rate), markupPpm: null };
    });
    return { price: nano(price), markupPpm: null, tiers };
  });

const PER = 1_000_000n;

describe("graduated", () => {
  it("covers the whole quantity, whatever the borders", () => {
    fc.assert(
      fc.property(quantities, quantities, entries, (before, quantity, entry) => {
        const slices = graduated(before, quantity, entry);
        expect(slices.reduce((sum, slice) => sum + slice.quantity, 0n)).toBe(quantity);
      }),
    );
  });

  it("is continuous: one more of the meter costs no more than the dearest price of one", () => {
    fc.assert(
      fc.property(entries, fc.nat(4), fc.bigInt(-2n, 2n), (entry, at, off) => {
        const border = (entry.tiers?.[at]?.above ?? 10n) + off;
        const before = border > 0n ? border : 0n;
        const step = sumOf(graduated(0n, before + 1n, entry)) - sumOf(graduated(0n, before, entry));
        expect(step).toBeGreaterThanOrEqual(0n);
        expect(step).toBeLessThanOrEqual(sumOf(atDearest(1n, entry)));
      }),
    );
  });

  it("gives the same sum in however many parts it is used; rounding each up never makes it less", () => {
    fc.assert(
      fc.property(quantities, fc.array(quantities, { maxLength: 12 }), entries, (start, parts, entry) => {
        let before = start;
        let exact = 0n;
        let charged = 0n;
        for (const part of parts) {
          const sum = sumOf(graduated(before, part, entry));
          exact += sum;
          charged += ceilDiv(sum, PER);
          before += part;
        }
        const whole = sumOf(graduated(start, before - start, entry));
        expect(exact).toBe(whole);
        expect(charged).toBeGreaterThanOrEqual(ceilDiv(whole, PER));
        expect(charged - ceilDiv(whole, PER)).toBeLessThanOrEqual(BigInt(parts.length));
      }),
    );
  });

  it("is never above the dearest, wherever the month stands", () => {
    fc.assert(
      fc.property(quantities, quantities, entries, (before, quantity, entry) => {
        expect(sumOf(graduated(before, quantity, entry))).toBeLessThanOrEqual(
          sumOf(atDearest(quantity, entry)),
        );
      }),
    );
  });

  it("leaves what lies below a border at the price below it", () => {
    const entry: Graded = {
      price: nano(10n),
      markupPpm: null,
      tiers: [{ above: 100n, price: nano(4n), markupPpm: null }],
    };
    expect(graduated(90n, 20n, entry)).toEqual([
      { above: 0n, quantity: 10n, rate: 10n },
      { above: 100n, quantity: 10n, rate: 4n },
    ]);
    expect(graduated(100n, 5n, entry)).toEqual([{ above: 100n, quantity: 5n, rate: 4n }]);
    expect(graduated(99n, 0n, entry)).toEqual([{ above: 0n, quantity: 0n, rate: 10n }]);
  });
});
