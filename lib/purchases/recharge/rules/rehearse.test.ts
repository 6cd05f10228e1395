import fc from "fast-check";
import { expect, it } from "vitest";
import { nano } from "@/lib/values/money";
import type { UtcDay } from "@/lib/values/time";
import { type Move, type RehearsedSettings, rehearse } from "./rehearse";

const settings: fc.Arbitrary<RehearsedSettings> = fc.record({
  threshold: fc.bigInt({ min: 0n, max: 500n }).map(nano),
  credits: fc.bigInt({ min: 1n, max: 200n }).map(nano),
  priceCents: fc.bigInt({ min: 1n, max: 1_000n }),
  monthlyCapCents: fc.option(fc.bigInt({ min: 1n, max: 20_000n })),
});
const DAYS = ["2026-09-29", "2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"] as UtcDay[];
const moves: fc.Arbitrary<Move[]> = fc
  .array(
    fc.record({
      day: fc.constantFrom(...DAYS),
      amount: fc.bigInt({ min: -300n, max: 100n }).map(nano),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.toSorted((one, other) => one.day.localeCompare(other.day)));
const opening = fc.bigInt({ min: -200n, max: 1_000n }).map(nano);
const one = (amount: bigint, day = "2026-11-02"): Move => ({ day: day as UtcDay, amount: nano(amount) });

const PLAIN: RehearsedSettings = {
  threshold: nano(50n),
  credits: nano(100n),
  priceCents: 1_000n,
  monthlyCapCents: null,
};

it("never rehearses more in a month than its cap, and its sum is that of its charges", () => {
  fc.assert(
    fc.property(opening, moves, settings, (start, all, wish) => {
      const { charges, totalCents, cappedOn } = rehearse(start, all, wish);
      expect(totalCents).toBe(BigInt(charges.length) * wish.priceCents);
      const { monthlyCapCents: cap } = wish;
      if (cap === null) expect(cappedOn).toBeNull();
      for (const month of new Set(charges.map(({ day }) => day.slice(0, 7))))
        expect(
          BigInt(charges.filter(({ day }) => day.startsWith(month)).length) * wish.priceCents <=
            (cap ?? totalCents),
        ).toBe(true);
    }),
  );
});

it("rehearses exactly the fewest charges that keep the balance at the threshold after every row", () => {
  fc.assert(
    fc.property(opening, moves, settings, (start, all, wish) => {
      const { charges } = rehearse(start, all, { ...wish, monthlyCapCents: null });
      let [balance, lowest] = [start as bigint, wish.threshold as bigint];
      for (const { amount } of all) {
        balance += amount;
        if (balance < lowest) lowest = balance;
      }
      const missing = wish.threshold - lowest;
      expect(BigInt(charges.length)).toBe((missing + wish.credits - 1n) / wish.credits);
      for (const charge of charges) expect(charge.balance < wish.threshold).toBe(true);
    }),
  );
});

it("reckons with what earlier rehearsed charges have added", () => {
  const spends = Array.from({ length: 10 }, () => one(-30n));
  const { charges } = rehearse(nano(100n), spends, PLAIN);
  expect(charges.map(({ balance }) => balance)).toEqual([40n, 20n, 30n]);
});

it("does nothing for a balance that stays at the threshold, and nothing without any rows", () => {
  expect(rehearse(nano(100n), [one(-50n)], PLAIN).charges).toEqual([]);
  expect(rehearse(nano(0n), [], PLAIN)).toEqual({ charges: [], totalCents: 0n, cappedOn: null });
});

it("begins the cap anew with the month, and says when it was first in the way", () => {
  const capped = { ...PLAIN, monthlyCapCents: 1_999n };
  const { charges, cappedOn } = rehearse(
    nano(100n),
    [one(-60n, "2026-10-30"), one(-100n, "2026-10-31"), one(0n, "2026-11-01")],
    capped,
  );
  expect(charges.map(({ day }) => day)).toEqual(["2026-10-30", "2026-11-01"]);
  expect(cappedOn).toBe("2026-10-31");
});
