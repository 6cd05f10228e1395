import fc from "fast-check";
import { expect, it } from "vitest";
import { ceilDiv, formatCredits, MAX_NANO, nano, parseCredits } from "./money";
import { centsOfCredits, creditsOfUsd, parseUsd, picoUsd } from "./usd";

it("reads back what it writes, exactly, over the whole range", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -MAX_NANO, max: MAX_NANO }), (value) => {
      expect(parseCredits(formatCredits(nano(value)))).toBe(value);
    }),
  );
});

it.each([
  "",
  " ",
  "1.",
  ".5",
  "+1",
  "--1",
  "1e3",
  "1e400",
  "0x10",
  "NaN",
  "Infinity",
  "١٢",
  "1,000",
  "01",
  "1.0000000001",
  "99999999999",
  "9223372036.854775808",
  "1\u0000",
])("refuses %j as an amount", (text) => expect(() => parseCredits(text)).toThrow());

it("rounds a division up, and never below the exact quotient", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      (dividend, divisor) => {
        const quotient = ceilDiv(dividend, divisor);
        expect(quotient * divisor >= dividend && (quotient - 1n) * divisor < dividend).toBe(true);
      },
    ),
  );
});

it("never sells a cost for less credit than it is worth", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 18n }),
      fc.bigInt({ min: 1n, max: 10n ** 13n }),
      (cost, creditValue) => {
        expect(creditsOfUsd(picoUsd(cost), picoUsd(creditValue)) * creditValue >= cost * 1_000_000_000n).toBe(
          true,
        );
      },
    ),
  );
});

it("knows what credit is worth in cents, half a cent away from zero", () => {
  const tenCents = parseUsd("0.10");
  expect(centsOfCredits(parseCredits("412.5"), tenCents)).toBe(4125n);
  expect(centsOfCredits(parseCredits("0.05"), tenCents)).toBe(1n);
  expect(centsOfCredits(parseCredits("-0.05"), tenCents)).toBe(-1n);
  expect(centsOfCredits(parseCredits("0.049999999"), tenCents)).toBe(0n);
});
