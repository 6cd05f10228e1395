import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Nano, nano, parseCredits, ZERO } from "@/lib/values/money";
import { creditsOfUsd, parseUsd, type PicoUsd, picoUsd } from "@/lib/values/usd";
import { chargeOf, type Charge, type PricedCall } from "./price";
import { MICRO_PER_ONE, type Micro, quantity, whole } from "./quantity";
import type { RateEntry } from "./rate-card";

const CREDIT_VALUE = parseUsd("0.1");

const entry = (part: Partial<RateEntry>): RateEntry => ({
  ...{
    feature: "model_inference",
    operation: "",
    model: "",
    hardware: "",
    meter: "cost",
    price: null,
    per: 1n,
    markupPpm: null,
    floor: ZERO,
    unit: "credit",
  },
  ...part,
});
const costPlus = (markupPpm: bigint, floor: Nano = ZERO) => entry({ markupPpm, floor });
const call = (part: Partial<PricedCall> = {}): PricedCall => ({
  amounts: new Map(),
  byok: false,
  cost: null,
  ...part,
});

function charged(
  entries: readonly RateEntry[],
  priced: PricedCall,
  creditValue: PicoUsd = CREDIT_VALUE,
): Charge {
  const result = chargeOf(entries, creditValue, priced);
  if ("field" in result) throw new Error(`${result.field} ${result.message}`);
  return result;
}

const costs = fc.bigInt(0n, 10n ** 15n).map(picoUsd);
const markups = fc.bigInt(1_000_000n, 5_000_000n);
const creditValues = fc.bigInt(1_000_000_000n, 10n ** 13n).map(picoUsd);
const floors = fc.bigInt(0n, 10n ** 12n).map(nano);

describe("a charge", () => {
  it("is the real cost with its markup, in credits, rounded up to the nano-credit", () => {
    expect(charged([costPlus(1_300_000n)], call({ cost: parseUsd("0.00611") })).charge).toBe(
      parseCredits("0.07943"),
    );
    expect(charged([costPlus(1_300_000n)], call({ cost: picoUsd(1n) })).charge).toBe(
      parseCredits("0.000000001"),
    );
  });

  it("is never below the real cost, whatever the markup, the floor and the value of a credit", () => {
    fc.assert(
      fc.property(costs, markups, floors, creditValues, (cost, markup, floor, creditValue) => {
        const { charge } = charged([costPlus(markup, floor)], call({ cost }), creditValue);
        // charge × creditValue ≥ cost, in units of 10⁻²¹ USD.
        return charge * creditValue >= cost * 1_000_000_000n;
      }),
    );
  });

  it("is never below the real cost when a fixed price is set too low", () => {
    fc.assert(
      fc.property(costs, fc.bigInt(0n, 1_000n), creditValues, (cost, price, creditValue) => {
        const result = charged([entry({ meter: "run", price: nano(price) })], call({ cost }), creditValue);
        expect(result.charge).toBeGreaterThanOrEqual(creditsOfUsd(cost, creditValue));
        if (result.charge > nano(price)) expect(result.raisedTo).toBe("cost");
      }),
    );
  });

  it("exceeds the exact price by less than a nano-credit for each of its parts", () => {
    fc.assert(
      fc.property(costs, markups, creditValues, (cost, markup, creditValue) => {
        const { charge } = charged([costPlus(markup)], call({ cost }), creditValue);
        const exact = cost * markup * 1_000_000_000n;
        const unit = creditValue * 1_000_000n;
        expect(charge * unit).toBeGreaterThanOrEqual(exact);
        expect((charge - 1n) * unit).toBeLessThan(exact === 0n ? 1n : exact);
      }),
    );
  });

  it("grows with the cost", () => {
    fc.assert(
      fc.property(costs, costs, markups, (left, right, markup) => {
        const [less, more] = left < right ? [left, right] : [right, left];
        expect(charged([costPlus(markup)], call({ cost: less })).charge).toBeLessThanOrEqual(
          charged([costPlus(markup)], call({ cost: more })).charge,
        );
      }),
    );
  });

  it("is at least the floor, and says that the floor raised it", () => {
    fc.assert(
      fc.property(costs, floors, (cost, floor) => {
        const { charge, raisedTo } = charged([costPlus(1_300_000n, floor)], call({ cost }));
        expect(charge).toBeGreaterThanOrEqual(floor);
        expect(raisedTo === "floor").toBe(
          charge === floor && charge > charged([costPlus(1_300_000n)], call({ cost })).charge,
        );
      }),
    );
  });

  it("adds up its parts", () => {
    const entries = [
      costPlus(2_000_000n),
      entry({ meter: "run", price: parseCredits("0.01") }),
      entry({ meter: "gb_day", price: parseCredits("0.033"), per: 2n }),
    ];
    const amounts = new Map([
      ["run", quantity("3")],
      ["gb_day", quantity("1.5")],
    ]);
    const { charge, parts } = charged(entries, call({ cost: parseUsd("1"), amounts }));
    expect(parts.map(({ amount }) => amount)).toEqual(["20", "0.03", "0.02475"]);
    expect(charge).toBe(parseCredits("20.05475"));
  });

  it("of two replicas is twice that of one, however long they ran", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 6n), (micros, price) => {
        const entries = [entry({ meter: "hour", price: nano(price * MICRO_PER_ONE) })];
        const of = (hours: bigint) =>
          charged(entries, call({ amounts: new Map([["hour", hours as Micro]]) })).charge;
        expect(of(micros * 2n)).toBe(2n * of(micros));
      }),
    );
  });

  it("leaves out the provider's tokens when the customer's own key paid for them, and keeps the platform's work", () => {
    const entries = [
      costPlus(1_300_000n),
      entry({ meter: "byok_call", price: parseCredits("0.005") }),
      entry({ meter: "input_token", price: parseCredits("1"), per: 1_000_000n }),
    ];
    const amounts = new Map([["input_token", whole(1_000n)]]);
    expect(charged(entries, call({ byok: true, cost: parseUsd("5"), amounts })).charge).toBe(
      parseCredits("0.006"),
    );
    expect(charged(entries, call({ cost: parseUsd("5"), amounts })).charge).toBe(parseCredits("65.001"));
  });

  it("of a tool run is one from the other wallet", () => {
    const entries = [entry({ feature: "tool_run", meter: "run", price: nano(1n), unit: "tool_run" })];
    expect(charged(entries, call())).toMatchObject({ unit: "tool_run", charge: 1n });
    expect(charged(entries, call({ amounts: new Map([["run", whole(3n)]]) }))).toMatchObject({
      unit: "tool_run",
      charge: 3n,
    });
  });

  it("needs the meters that are priced", () => {
    expect(chargeOf([entry({ meter: "hour", price: nano(1n) })], CREDIT_VALUE, call())).toMatchObject({
      field: "quantities.hour",
    });
  });

  it("beyond what the ledger holds is refused", () => {
    expect(chargeOf([costPlus(5_000_000n)], picoUsd(1n), call({ cost: parseUsd("9000000") }))).toMatchObject({
      field: "cost_usd",
    });
  });
});
