import fc from "fast-check";
import { expect, it } from "vitest";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { formatCredits, nano, parseScaled } from "@/lib/values/money";
import { CATEGORIES, categoryOf } from "./categories";
import { chargedGroups, shownCharges, shownDays, shownSums } from "./shown-charges";

const FEATURES = [...CATEGORIES.flatMap(({ features }) => [...features]), "profile_draft", "x_reply_draft"];
const charge = fc
  .oneof(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.constantFrom(0n, 50_000n, 33_333n, 1_980_050_000n))
  .map((value) => formatCredits(nano(value)));
const row = fc
  .record({
    feature: fc.constantFrom(...FEATURES),
    model: fc.constantFrom("", "gpt-4o", "o3", "llama"),
    charge,
  })
  .map((one) => ({ ...one, category: categoryOf(one.feature) }));
const rows = fc.array(row, { minLength: 1, maxLength: 60 });
const shownBy = (
  of: readonly { feature: string; category: string; model: string; charge: string }[],
  by: "feature" | "model",
) => shownCharges(chargedGroups(of, (one) => one[by]));

it("writes a figure the same whatever order it is read in, and however many are named beside it", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), (some, named) => {
      const [shown, again] = [shownBy(some, "feature"), shownBy(some.toReversed(), "feature")];
      expect(again).toEqual(shown);
      // A list that names a few and sums the others comes to the same total.
      const all = [...shown.groups.values()].map(({ all }) => all);
      const others = sumOf(all.slice(named));
      expect(sumOf([...all.slice(0, named), others])).toBe(shown.total);
    }),
  );
});

it("rounds the total by itself, and everything adds up to it: groups, categories, calls and what is metered by time, days, shares", () => {
  fc.assert(
    fc.property(rows, (some) => {
      const total = roundToSum([sumOf(some.map(({ charge }) => charge))])[0];
      for (const shown of [
        shownBy(some, "feature"),
        shownBy(some, "model"),
        shownSums(shownBy(some, "feature"), categoryOf),
      ]) {
        const groups = [...shown.groups.values()];
        expect(shown.total).toBe(total);
        expect(sumOf([shown.called, shown.byTime])).toBe(total);
        expect(sumOf(groups.map(({ called }) => called))).toBe(shown.called);
        expect(sumOf(groups.map(({ all }) => all))).toBe(total);
        if (total !== "0") expect(sumOf(groups.map(({ share }) => share))).toBe("100");
      }
      const days = new Map(some.map(({ charge }, at) => [`day ${at}`, charge]));
      expect(sumOf([...shownDays(days, total ?? "0").values()])).toBe(total);
    }),
  );
});

it("writes a feature that is a category of its own as the category, and calls as many as all usage says of them", () => {
  fc.assert(
    fc.property(rows, (some) => {
      const features = shownBy(some, "feature");
      const categories = shownSums(features, categoryOf);
      for (const { name, features: its } of CATEGORIES)
        if (its.length === 1) expect(categories.groups.get(name)).toEqual(features.groups.get(its[0]));
      // By whatever usage is told apart, calls come to the same.
      expect(shownBy(some, "model").called).toBe(features.called);
    }),
  );
});

it("comes to what the page that leads here writes of it", () => {
  fc.assert(
    fc.property(rows, (some) => {
      for (const [model, written] of shownBy(some, "model").groups) {
        const its = some.filter((one) => one.model === model);
        const shown = shownCharges(
          chargedGroups(its, ({ feature }) => feature),
          written,
        );
        expect(shown.total).toBe(written.all);
        expect(sumOf([...shown.groups.values()].map(({ all }) => all))).toBe(written.all);
      }
      // What has changed since is written by itself.
      const other = shownCharges(
        chargedGroups(some, ({ feature }) => feature),
        { called: "9999", byTime: "0" },
      );
      expect(other).toEqual(shownBy(some, "feature"));
    }),
  );
});

it("writes a day in a list as its own page does, but for as few days as the list's sum needs", () => {
  fc.assert(
    fc.property(fc.array(charge, { minLength: 1, maxLength: 40 }), (charges) => {
      const alone = (amount: string) => roundToSum([amount])[0] ?? "0";
      const total = alone(sumOf(charges));
      const shown = shownDays(new Map(charges.map((amount, at) => [`day ${at}`, amount])), total);
      const moved = charges.flatMap((amount, at) => {
        const off = stepsOf(shown.get(`day ${at}`)) - stepsOf(alone(amount));
        return off === 0n ? [] : [off];
      });
      const needed = stepsOf(total) - charges.reduce((sum, amount) => sum + stepsOf(alone(amount)), 0n);
      const one = needed < 0n ? -1n : 1n;
      expect(moved).toEqual(Array.from({ length: Number(needed * one) }, () => one));
    }),
  );
});

it("moves no figure by more than one of its last decimals", () => {
  fc.assert(
    fc.property(rows, (some) => {
      for (const { key, called, byTime } of chargedGroups(some, ({ model }) => model)) {
        const shown = shownBy(some, "model").groups.get(key);
        for (const [exact, written] of [
          [called, shown?.called],
          [byTime, shown?.byTime],
        ] as const) {
          const off = parseScaled(written ?? "0", 9) - parseScaled(exact, 9);
          expect(off < 100_000n && off > -100_000n).toBe(true);
        }
      }
    }),
  );
});

function stepsOf(amount = "0"): bigint {
  return parseScaled(amount, 9) / 100_000n;
}
