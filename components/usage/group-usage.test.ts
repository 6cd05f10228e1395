import fc from "fast-check";
import { expect, it } from "vitest";
import { formatCredits, nano } from "@/lib/values/money";
import { groupUsage, totalOf } from "./group-usage";

const count = fc.integer({ min: 0, max: 1_000_000 });
const numbers = {
  calls: count,
  input: count,
  output: count,
  toolRuns: count,
  reRated: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((value) => formatCredits(nano(value))),
  runsReRated: fc.integer({ min: -1_000, max: 1_000 }),
  charge: fc.bigInt({ min: 0n, max: 10n ** 18n }).map((value) => formatCredits(nano(value))),
};
const line = fc.record({
  day: fc.constantFrom("2026-11-19", "2026-11-20", "2026-11-21"),
  group: fc.constantFrom("", "gpt-4o", "o3"),
  type: fc.constantFrom("chat", "embedding"),
  category: fc.constantFrom("inference", "evaluation"),
  ...numbers,
  before: fc.option(fc.record(numbers)),
});

it("comes to the same total however it is grouped, and so does the period before", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const total = totalOf(lines);
      for (const by of ["all", "day", "group"] as const)
        expect(totalOf(groupUsage(lines, by))).toEqual(total);
    }),
  );
});

it("puts the group that was charged most first, to the last digit", () => {
  const lines = ["0.000000001", "0.000000003", "0.000000002"].map((charge, at) => ({
    day: "2026-11-21",
    group: `model ${at}`,
    type: "chat",
    category: "inference",
    calls: 1,
    input: 1,
    output: 1,
    toolRuns: 0,
    reRated: "0",
    runsReRated: 0,
    charge,
    before: null,
  }));
  expect(groupUsage(lines, "group").map(({ group }) => group)).toEqual(["model 1", "model 2", "model 0"]);
});
