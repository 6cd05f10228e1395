import fc from "fast-check";
import { expect, it } from "vitest";
import { formatCredits, nano } from "@/lib/values/money";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { CATEGORIES, categoryOf } from "@/lib/metering/rules/categories";
import { huesOfUsage } from "./feature-hues";
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

it("puts the greatest series first", () => {
  const { series } = rankSeries(
    [
      { at: "1", series: "small", value: "1" },
      { at: "2", series: "great", value: "0.5" },
      { at: "1", series: "great", value: "0.6" },
    ],
    ["1", "2"],
  );
  expect(series.map(({ key, total }) => [key, total])).toEqual([
    ["great", "1.1"],
    ["small", "1"],
  ]);
});

it("puts what named none last and in grey, however great it is, and writes totals as it is told", () => {
  const data = [
    { at: "1", series: "", value: "9" },
    ..."abcdefghij".split("").map((series) => ({ at: "1", series, value: "1" })),
  ];
  const { series, stacks } = rankSeries(data, ["1"], { shown: new Map([["a", "1.0001"]]) });
  expect(series.map(({ label, hue }) => [label, hue]).slice(-2)).toEqual([
    ["Other (2)", "other"],
    ["", "none"],
  ]);
  expect(series.find(({ key }) => key === "a")?.shown).toBe("1.0001");
  expect(stacks[0]?.values[""]).toBe("9");
});

it("shows a feature in the colour of its category or a shade of it, whatever stands beside them", () => {
  const names = [
    ...CATEGORIES.flatMap(({ features }) => [...features]),
    ...["profile_draft", "context_author", "lead_enrichment"],
  ];
  const look = { huesOf: huesOfUsage };
  const huesIn = (keys: readonly string[]) => {
    const { series } = rankSeries(
      keys.map((series) => ({ at: "1", series, value: "1" })),
      ["1"],
      look,
    );
    return new Map(series.map(({ key, hue }) => [key, String(hue)]));
  };
  const categoryHue = (name: string) => huesIn([name]).get(name);
  const own = CATEGORIES.map(({ name }) => categoryHue(name));
  expect(new Set(own).size).toBe(CATEGORIES.length);
  fc.assert(
    fc.property(fc.subarray(names, { minLength: 1, maxLength: 8 }), (some) => {
      const hues = huesIn(some);
      expect(new Set(hues.values()).size).toBe(some.length);
      for (const [feature, hue] of hues) {
        expect(hue.split("-")[0]).toBe(categoryHue(categoryOf(feature)));
        if (categoryOf(feature) !== "assistants") expect(hue).toBe(huesIn([feature]).get(feature));
      }
    }),
  );
  for (const { name, features } of CATEGORIES)
    if (features[0]) expect(huesIn([features[0]]).get(features[0])).toBe(categoryHue(name));
});

it("gives each series a colour of its own, which its amounts do not change", () => {
  const keys = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });
  const huesOf = (names: readonly string[], values: readonly bigint[]) => {
    const data = names.map((series, no) => ({
      at: "1",
      series,
      value: formatCredits(nano(values[no] ?? 1n)),
    }));
    return new Map(rankSeries(data, ["1"]).series.map(({ key, hue }) => [key, hue]));
  };
  const values = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(keys, values, values, (names, then, now) => {
      const hues = huesOf(names, then);
      expect(new Set(hues.values()).size).toBe(names.length);
      expect([...hues.values()].every((hue) => Number(hue) >= 1 && Number(hue) <= 8)).toBe(true);
      const later = huesOf(names, now);
      for (const name of names) expect(later.get(name)).toBe(hues.get(name));
    }),
  );
});
