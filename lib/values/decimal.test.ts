import fc from "fast-check";
import { expect, it } from "vitest";
import { faultOfDecimal } from "./decimal";
import { InvalidValue } from "./invalid-value";
import { faultOfCredits, parseCredits } from "./money";
import { faultOfUsd } from "./usd";

it.each([
  ["", "write a number such as 12.5"],
  ["1,5", "write it with a point and without commas, such as 12.5"],
  ["1,000", "write it with a point and without commas, such as 12.5"],
  ["abc", "write a number with digits and a point, such as 12.5"],
  ["-1e3", "write a number with digits and a point, such as 12.5"],
  ["1 000", "write a number with digits and a point, such as 12.5"],
  [".5", "write a number with digits and a point, such as 12.5"],
  ["12.", "write a number with digits and a point, such as 12.5"],
  ["+5", "write a number with digits and a point, such as 12.5"],
  ["−5", "write the minus as a hyphen: -"],
  ["99999999999999", "write at most 10 digits before the point"],
  ["007", "write it without zeros in front, such as 12.5"],
  ["0.0000000001", "write at most 9 digits after the point"],
  ["9999999999", "is more than there can be"],
  ["12.5", null],
  ["-0.000000001", null],
])("of %j it says %j", (text, fault) => {
  expect(faultOfCredits(text)).toBe(fault);
});

it("of a number that has no decimals it says that it is whole", () => {
  const rule = { whole: 12, decimals: 0, example: "250" };
  expect(faultOfDecimal("1.5", rule)).toBe("write a whole number, such as 250");
});

it.each([
  ["-1", "cannot be negative"],
  ["0.1234567890123", "write at most 12 digits after the point"],
  ["0.0031", null],
])("of %j dollars it says %j", (text, fault) => {
  expect(faultOfUsd(text)).toBe(fault);
});

it("finds a fault exactly where credit cannot be read, and never one without words", () => {
  const texts = fc.oneof(fc.string(), fc.stringMatching(/^-?[0-9]{0,12}[.,]?[0-9]{0,11}$/));
  fc.assert(
    fc.property(texts, (text) => {
      const fault = faultOfCredits(text);
      expect(fault).not.toBe("is no amount");
      expect(fault === null).toBe(isRead(text));
    }),
  );
});

function isRead(text: string): boolean {
  try {
    parseCredits(text);
    return true;
  } catch (error) {
    if (error instanceof InvalidValue) return false;
    throw error;
  }
}
