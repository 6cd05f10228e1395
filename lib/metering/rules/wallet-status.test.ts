import fc from "fast-check";
import { expect, it } from "vitest";
import { nano, parseCredits } from "@/lib/values/money";
import { shareUsed } from "./wallet-status";

const statusAt = (balance: string) => shareUsed(parseCredits(balance), parseCredits("100")).status;

it("is green above 75 % left, orange from 75 to 25 %, red below 25 %, and a warning at nothing", () => {
  expect(["100", "75.000000001"].map(statusAt)).toEqual(["healthy", "healthy"]);
  expect(["75", "50", "25"].map(statusAt)).toEqual(["moderate", "moderate", "moderate"]);
  expect(["24.999999999", "0.000000001"].map(statusAt)).toEqual(["low", "low"]);
  expect(["0", "-5"].map(statusAt)).toEqual(["exhausted", "exhausted"]);
});

it("only ever gets worse as the balance falls, and says all used of nothing left alone", () => {
  const ORDER = ["healthy", "moderate", "low", "exhausted"];
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 15n });
  fc.assert(
    fc.property(amount, amount, fc.bigInt({ min: 0n, max: 10n ** 15n }), (one, other, allocation) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      const [worse, better] = [less, more].map((balance) => shareUsed(nano(balance), nano(allocation)));
      expect(ORDER.indexOf(worse!.status)).toBeGreaterThanOrEqual(ORDER.indexOf(better!.status));
      expect(worse!.usedPercent).toBeGreaterThanOrEqual(better!.usedPercent);
      expect(worse!.usedPercent === 100).toBe(less <= 0n);
    }),
  );
});
