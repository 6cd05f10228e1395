import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nano, ZERO } from "@/lib/values/money";
import { picoUsd } from "@/lib/values/usd";
import { cardInForce, entriesFor, periodAt, periodsOf, type RateCard, type RateEntry } from "./rate-card";

const card = (version: number, day: number, accountId: string | null = null): RateCard => ({
  ...{ version, accountId, priceList: null, creditValue: picoUsd(1n) },
  validFrom: new Date(Date.UTC(2026, 0, day)),
});
const at = (day: number) => new Date(Date.UTC(2026, 0, day));

describe("the card in force", () => {
  it("is the latest that has begun", () => {
    const cards = [card(1, 1), card(2, 10), card(3, 20)];
    expect(cardInForce(cards, null, at(15))?.version).toBe(2);
    expect(cardInForce(cards, null, at(20))?.version).toBe(3);
  });

  it("is the newest version of those that begin at one moment", () => {
    expect(cardInForce([card(2, 1), card(1, 1)], null, at(5))?.version).toBe(2);
  });

  it("before the first is the first, for everyone's card only", () => {
    expect(cardInForce([card(2, 20), card(1, 10)], null, at(1))?.version).toBe(1);
    expect(cardInForce([card(1, 10, "a")], "a", at(1))).toBeNull();
  });

  it("never is one of another account", () => {
    expect(cardInForce([card(1, 1, "b")], "a", at(5))).toBeNull();
  });

  it("does not change in the past when a card is added", () => {
    const days = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(fc.array(days, { minLength: 1 }), days, days, (starts, asked, added) => {
        fc.pre(added > asked && starts.some((start) => start <= asked));
        const cards = starts.map((start, index) => card(index + 1, start));
        const before = cardInForce(cards, null, at(asked))?.version;
        expect(cardInForce([...cards, card(starts.length + 1, added)], null, at(asked))?.version).toBe(
          before,
        );
      }),
    );
  });
});

describe("the periods of an account's prices", () => {
  it("begin where another card of everyone's or of its own does, and never with one that is still to come", () => {
    const cards = [card(1, 5), card(2, 10, "a"), card(3, 12, "b"), card(4, 20), card(5, 30)];
    const said = periodsOf(cards, "a", at(25)).map(({ from, until, general, own }) => [
      ...[from.getUTCDate(), until?.getUTCDate() ?? null, general?.version, own?.version],
    ]);
    expect(said).toEqual([
      [5, 10, 1, undefined],
      [10, 20, 1, 2],
      [20, null, 4, 2],
    ]);
  });

  it("have at every moment the cards that are in force at it", () => {
    const day = fc.integer({ min: 1, max: 60 });
    const made = fc.array(fc.tuple(day, fc.constantFrom(null, "a", "b")), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(made, day, (all, asked) => {
        const cards = [card(1, 3), ...all.map(([start, owner], index) => card(index + 2, start, owner))];
        const periods = periodsOf(cards, "a", at(60));
        fc.pre(at(asked) >= (periods[0]?.from ?? at(61)));
        const period = periodAt(periods, at(asked));
        expect(period?.general).toBe(cardInForce(cards, null, at(asked)));
        expect(period?.own).toBe(cardInForce(cards, "a", at(asked)));
      }),
    );
  });
});

describe("the entries for a call", () => {
  const entry = (part: Partial<RateEntry>): RateEntry => ({
    ...{
      feature: "f",
      operation: "",
      model: "",
      hardware: "",
      meter: "run",
      price: nano(1n),
      per: 1n,
      markupPpm: null,
      floor: ZERO,
      unit: "credit",
    },
    ...part,
  });
  const call = { feature: "f", operation: "chat", model: "m", hardware: "h" };

  it("are those that say most about it: a model before an operation before hardware", () => {
    const [any, hardware, operation, model] = [
      entry({}),
      entry({ hardware: "h" }),
      entry({ operation: "chat" }),
      entry({ model: "m" }),
    ];
    expect(entriesFor([any, hardware, operation, model], call)).toEqual([model]);
    expect(entriesFor([any, hardware, operation], call)).toEqual([operation]);
    expect(entriesFor([any, hardware], call)).toEqual([hardware]);
    expect(entriesFor([any], call)).toEqual([any]);
  });

  it("are all meters of the one that fits best", () => {
    const meters = [entry({ model: "m", meter: "run" }), entry({ model: "m", meter: "hour" })];
    expect(entriesFor([...meters, entry({ meter: "call" })], call)).toEqual(meters);
  });

  it("are none for another feature, model, operation or hardware", () => {
    expect(
      entriesFor(
        [
          entry({ feature: "g" }),
          entry({ model: "n" }),
          entry({ operation: "image" }),
          entry({ hardware: "x" }),
        ],
        call,
      ),
    ).toEqual([]);
  });
});
