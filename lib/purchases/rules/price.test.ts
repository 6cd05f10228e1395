import fc from "fast-check";
import { expect, it } from "vitest";
import { nano, parseCredits } from "@/lib/values/money";
import { parseUsd, picoUsd } from "@/lib/values/usd";
import { creditsFor, priceOf } from "./price";

const TIERS = [
  { from: parseCredits("5000"), unitPrice: parseUsd("0.095") },
  { from: parseCredits("20000"), unitPrice: parseUsd("0.09") },
];
const centsOf = (credits: string, value = "0.10") =>
  priceOf(parseCredits(credits), parseUsd(value), TIERS).amountCents;

it("sells at the account's price, and at a lower one from an amount on", () => {
  expect(centsOf("100")).toBe(1_000n);
  expect(centsOf("4999")).toBe(49_990n);
  expect(centsOf("5000")).toBe(47_500n);
  expect(centsOf("20000")).toBe(180_000n);
});

it("never raises a negotiated price to that of the list", () => {
  expect(centsOf("20000", "0.08")).toBe(160_000n);
});

it("rounds up to the next cent, so that credit is never sold below its price", () => {
  expect(centsOf("1", "0.0999")).toBe(10n);
  const amounts = fc.bigInt({ min: 1n, max: 10n ** 17n });
  fc.assert(
    fc.property(amounts, fc.bigInt({ min: 1n, max: 10n ** 13n }), (credits, value) => {
      const { amountCents } = priceOf(nano(credits), picoUsd(value), []);
      const exact = credits * value;
      expect(amountCents * 10n ** 19n).toBeGreaterThanOrEqual(exact);
      expect((amountCents - 1n) * 10n ** 19n).toBeLessThan(exact);
    }),
  );
});

it("credits what was paid: all for the agreed price, and the share of it for another", () => {
  const credits = parseCredits("100");
  expect(creditsFor(1_000n, 1_000n, credits)).toBe(credits);
  expect(creditsFor(1_200n, 1_000n, credits)).toBe(parseCredits("120"));
  expect(creditsFor(250n, 1_000n, credits)).toBe(parseCredits("25"));
  expect(creditsFor(1n, 3n, nano(10n))).toBe(3n);
  expect(creditsFor(0n, 1_000n, credits)).toBe(0n);
});
