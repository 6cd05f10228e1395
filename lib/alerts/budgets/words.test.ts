import { expect, it } from "vitest";
import { parseCredits } from "@/lib/values/money";
import { othersInWords, spentInWords } from "./words";

it.each([
  ["25", "30.123456789", "25 ECU of 30.1235 ECU are spent."],
  ["20", "20", "20 ECU of 20 ECU are spent."],
  ["32.5", "20", "32.5 ECU are spent, 12.5 ECU over the limit of 20 ECU."],
])("says %s spent under a limit of %s", (spent, limit, words) => {
  expect(spentInWords({ spent: parseCredits(spent), limit: parseCredits(limit) })).toBe(words);
});

it("counts other budgets, also those that are used up", () => {
  expect(othersInWords(1)).toBe("1 other budget is used up or nearly so.");
  expect(othersInWords(3)).toBe("3 other budgets are used up or nearly so.");
});
