import fc from "fast-check";
import { expect, it } from "vitest";
import { nano, parseCredits } from "@/lib/values/money";
import { parseUsd, picoUsd } from "@/lib/values/usd";
import { marginOf, type Spend } from "./margin";
import { chargeOf } from "./price";

const CREDIT_VALUE = parseUsd("0.1");
const spend = (charge: string, cost: string, markupPpm = 1_300_000n): Spend => ({
  charge: parseCredits(charge),
  cost: parseUsd(cost),
  creditValue: CREDIT_VALUE,
  markupPpm,
});

it("is revenue against real cost", () => {
  expect(marginOf([spend("13", "1"), spend("13", "1")])).toEqual({
    revenue: parseUsd("2.6"),
    cost: parseUsd("2"),
    required: parseUsd("2.6"),
    markupPpm: 1_300_000n,
    marginPpm: 230_769n,
    isBelow: false,
  });
});

it("is below its markup by a single nano-credit, and a loss is a negative margin", () => {
  expect(marginOf([{ ...spend("13", "1"), charge: nano(12_999_999_999n) }]).isBelow).toBe(true);
  expect(marginOf([spend("5", "1")])).toMatchObject({ isBelow: true, marginPpm: -1_000_000n });
});

it("of what cost nothing has no markup, and is never below", () => {
  expect(marginOf([spend("1", "0")])).toMatchObject({
    markupPpm: null,
    marginPpm: 1_000_000n,
    isBelow: false,
  });
  expect(marginOf([])).toMatchObject({ markupPpm: null, marginPpm: null, isBelow: false });
});

it("is never below for charges of the rate card, whatever the costs, markups and credit values, and however many", () => {
  const call = fc.record({
    cost: fc.bigInt(0n, 10n ** 15n).map(picoUsd),
    markupPpm: fc.bigInt(1_000_000n, 5_000_000n),
    creditValue: fc.bigInt(1_000_000_000n, 10n ** 13n).map(picoUsd),
  });
  fc.assert(
    fc.property(fc.array(call), (calls) => {
      const spends = calls.map(({ cost, markupPpm, creditValue }): Spend => {
        const entry = { feature: "f", operation: "", model: "", hardware: "", meter: "cost" } as const;
        const priced = chargeOf(
          [{ ...entry, price: null, per: 1n, markupPpm, floor: nano(0n), unit: "credit" }],
          creditValue,
          { amounts: new Map(), byok: false, cost },
        );
        if ("field" in priced) throw new Error(priced.message);
        return { charge: priced.charge, cost, creditValue, markupPpm };
      });
      expect(marginOf(spends).isBelow).toBe(false);
    }),
  );
});
