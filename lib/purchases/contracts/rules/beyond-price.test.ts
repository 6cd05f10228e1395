import fc from "fast-check";
import { expect, it } from "vitest";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { parseUsd, picoUsd } from "@/lib/values/usd";
import { creditBeyondPrice } from "./beyond-price";

const TEN_CENTS = parseUsd("0.1");
const part = (amountUsd: string, credits: string, bonusCredits = "0") => ({
  amountUsd,
  credits,
  bonusCredits,
});

it("is what exceeds the price, the bonus included, and nothing where the price buys all of it", () => {
  expect(creditBeyondPrice(part("10", "100"), TEN_CENTS)).toBe(0n);
  expect(creditBeyondPrice(part("10", "90", "10"), TEN_CENTS)).toBe(0n);
  expect(creditBeyondPrice(part("10", "100", "20"), TEN_CENTS)).toBe(parseCredits("20"));
  expect(creditBeyondPrice(part("0.50", "1000000000"), TEN_CENTS)).toBe(parseCredits("999999995"));
});

it("never takes less than what is beyond the price for it, whatever a credit costs", () => {
  const count = fc.bigInt({ min: 0n, max: 10n ** 17n });
  fc.assert(
    fc.property(
      fc.integer({ min: 50, max: 10 ** 8 }),
      count,
      count,
      fc.bigInt({ min: 1n, max: 10n ** 13n }),
      (cents, credits, bonus, value) => {
        const usd = `${Math.floor(cents / 100)}.${(cents % 100).toString().padStart(2, "0")}`;
        const given = part(usd, formatCredits(nano(credits)), formatCredits(nano(bonus)));
        const beyond = creditBeyondPrice(given, picoUsd(value));
        // In 10⁻²¹ USD: what was bought is worth at most what was paid, and one nano-credit more is worth more.
        const paid = BigInt(cents) * 10n ** 19n;
        const worth = (credits + bonus - beyond) * value;
        expect(worth <= paid).toBe(true);
        if (beyond > 0n) expect(worth + value > paid).toBe(true);
      },
    ),
  );
});
