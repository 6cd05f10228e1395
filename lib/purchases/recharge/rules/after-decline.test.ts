import fc from "fast-check";
import { expect, it } from "vitest";
import { afterDecline } from "./after-decline";

const NOW = new Date("2026-11-21T09:00:00Z");
const HOUR_MS = 3_600_000;

it("waits longer after each decline that may pass, and is off after the fourth", () => {
  const seen = [0, 1, 2, 3].map((failures) => afterDecline(failures, "insufficient_funds", NOW));
  const waits = seen.map(
    ({ pausedUntil }) => pausedUntil && (pausedUntil.getTime() - NOW.getTime()) / HOUR_MS,
  );
  expect(waits).toEqual([1, 6, 24, null]);
  expect(seen.map(({ isOn }) => isOn)).toEqual([true, true, true, false]);
  expect(seen.map(({ failures }) => failures)).toEqual([1, 2, 3, 4]);
});

it.each([
  "do_not_try_again",
  "lost_card",
  "stolen_card",
  "pickup_card",
  "fraudulent",
  "restricted_card",
  "revocation_of_authorization",
  "stop_payment_order",
])("never tries a card again that was declined as %s, not even the first time", (code) => {
  expect(afterDecline(0, code, NOW)).toEqual({ failures: 1, isOn: false, pausedUntil: null });
});

it("is either off or has a time to come, whatever was declined how often", () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.string(), (failures, code) => {
      const { isOn, pausedUntil, failures: now } = afterDecline(failures, code, NOW);
      expect(isOn).toBe(pausedUntil !== null && pausedUntil > NOW);
      expect(now).toBe(failures + 1);
      if (failures >= 3) expect(isOn).toBe(false);
    }),
  );
});
