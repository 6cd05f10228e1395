import { expect, test } from "vitest";
import { CreditPolicyInput } from "./schema";

test.each([
  ["abc", "write a number with digits and a point, such as 12.5"],
  ["", "write a number such as 12.5"],
  ["1,5", "write it with a point and without commas, such as 12.5"],
  ["99999999999999", "write at most 10 digits before the point"],
  ["0.0000000000", "write at most 9 digits after the point"],
])("a limit of %j is refused in words", (text, words) => {
  const { error } = CreditPolicyInput.safeParse({ low_limit: text, negative_limit: text });
  const first = (field: string) => error?.issues.find(({ path }) => path[0] === field)?.message;
  expect([first("low_limit"), first("negative_limit")]).toEqual([words, words]);
});

test.each([
  { low_limit: "0", negative_limit: "0.00" },
  { low_limit: "-5", negative_limit: "-12.5" },
  { low_limit: "12.000000001", negative_limit: "0" },
])("limits of $low_limit and $negative_limit are taken as they are", (limits) => {
  expect(CreditPolicyInput.parse(limits)).toEqual(limits);
});

test("a negative limit above zero is refused", () => {
  const { error } = CreditPolicyInput.safeParse({ negative_limit: "50" });
  expect(error?.issues.map(({ message }) => message)).toEqual(["is zero or below"]);
});
