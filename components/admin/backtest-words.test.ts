import { expect, it } from "vitest";
import { percent } from "./backtest-words";

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
