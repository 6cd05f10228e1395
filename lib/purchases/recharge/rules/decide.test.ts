import fc from "fast-check";
import { expect, it } from "vitest";
import { nano } from "@/lib/values/money";
import { decide, type RechargeMoment, type RechargeRules } from "./decide";

const NOW = new Date("2026-11-21T09:00:00Z");
const cents = fc.bigInt({ min: 0n, max: 10_000_000n });
const credits = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map(nano);
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });

const rules: fc.Arbitrary<RechargeRules> = fc.record({
  isOn: fc.boolean(),
  threshold: fc.bigInt({ min: 0n, max: 10n ** 14n }).map(nano),
  monthlyCapCents: sometimes(cents),
  pausedUntil: sometimes(
    fc.integer({ min: -86_400, max: 86_400 }).map((seconds) => new Date(NOW.getTime() + seconds * 1_000)),
  ),
});
const moments: fc.Arbitrary<RechargeMoment> = fc.record({
  now: fc.constant(NOW),
  balance: credits,
  priceCents: fc.bigInt({ min: 1n, max: 10_000_000n }),
  spentCents: cents,
  hasCard: fc.boolean(),
  hasOpenAttempt: fc.boolean(),
  isDisputed: fc.boolean(),
});

it("charges exactly when it is on, below, alone, undisputed, with a card, not waiting and within the cap", () => {
  fc.assert(
    fc.property(rules, moments, (rule, moment) => {
      const mayCharge =
        rule.isOn &&
        moment.balance < rule.threshold &&
        !moment.hasOpenAttempt &&
        !moment.isDisputed &&
        moment.hasCard &&
        (rule.pausedUntil?.getTime() ?? 0) <= NOW.getTime() &&
        (rule.monthlyCapCents ?? moment.spentCents + moment.priceCents) >=
          moment.spentCents + moment.priceCents;
      expect(decide(rule, moment) === "charge").toBe(mayCharge);
    }),
    { numRuns: 2_000 },
  );
});

const RULES: RechargeRules = {
  isOn: true,
  threshold: nano(100n),
  monthlyCapCents: 5_000n,
  pausedUntil: null,
};
const MOMENT: RechargeMoment = {
  now: NOW,
  balance: nano(99n),
  priceCents: 1_000n,
  spentCents: 4_000n,
  hasCard: true,
  hasOpenAttempt: false,
  isDisputed: false,
};

it("charges one nano below the threshold, and not at it", () => {
  expect(decide(RULES, MOMENT)).toBe("charge");
  expect(decide(RULES, { ...MOMENT, balance: nano(100n) })).toBe("above");
});

it("spends the cap to its last cent, and not one more", () => {
  expect(decide(RULES, { ...MOMENT, priceCents: 1_001n })).toBe("cap");
  expect(decide({ ...RULES, monthlyCapCents: null }, { ...MOMENT, spentCents: 10n ** 12n })).toBe("charge");
});

it("says why it does not charge, what a person must mend before what time mends", () => {
  const paused = { ...RULES, pausedUntil: new Date(NOW.getTime() + 1) };
  expect(decide(paused, MOMENT)).toBe("paused");
  expect(decide(paused, { ...MOMENT, hasCard: false })).toBe("no_card");
  expect(decide(paused, { ...MOMENT, hasCard: false, isDisputed: true })).toBe("dispute");
  expect(decide(paused, { ...MOMENT, hasOpenAttempt: true, isDisputed: true })).toBe("busy");
  expect(decide({ ...RULES, isOn: false }, { ...MOMENT, hasOpenAttempt: true })).toBe("off");
  expect(decide({ ...RULES, pausedUntil: NOW }, MOMENT)).toBe("charge");
});
