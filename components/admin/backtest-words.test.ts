import { expect, it } from "vitest";
import { picoUsd } from "@/lib/values/usd";
import { marginWords, percent } from "./backtest-words";

it.each([
  [230_900n, "23.1 %"],
  [230_499n, "23.0 %"],
  [230_500n, "23.1 %"],
  [-230_500n, "−23.1 %"],
  [-499n, "0.0 %"],
  [0n, "0.0 %"],
  [null, "—"],
])("shows %s millionths as %s, rounded half away from zero", (ppm, words) => {
  expect(percent(ppm)).toBe(words);
});

it("says no margin where no cost is recorded", () => {
  const none = { oldWorth: 0n, newWorth: 0n, cost: picoUsd(0n) };
  expect(marginWords(none)).toBe("—");
  const half = { oldWorth: 4_000_000_000n, newWorth: 5_000_000_000n, cost: picoUsd(2n) };
  expect(marginWords(half)).toBe("50.0 % → 60.0 %");
});
