import { expect, it } from "vitest";
import { beyondGrants, debtInWords } from "./beyond-grants";

it.each([
  ["-240", ["-17.5"], "-222.5", "Owed: no credit was left for it"],
  ["-0.000000002", [], "-0.000000002", "Owed: no credit was left for it"],
  ["500", ["277.5"], "222.5", "What was owed, paid off"],
] as const)("of %s, what grants did not move is debt made or paid", (amount, moved, beyond, words) => {
  const grants = moved.map((change) => ({ amount: change }));
  expect(beyondGrants(amount, grants)).toBe(beyond);
  expect(debtInWords(beyond)).toBe(words);
});

it("is nothing where grants moved all of it", () => {
  expect(beyondGrants("-3.5", [{ amount: "-1.25" }, { amount: "-2.25" }])).toBe("0");
});
