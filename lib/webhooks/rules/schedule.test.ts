import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS } from "@/lib/values/time";
import { GIVE_UP_MS, pauseAfter, readRetryAfter } from "./schedule";

it("tries for more than three days, ever less often, and then gives up, before the endpoint is switched off", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
      const pauses: number[] = [];
      for (let pause = pauseAfter(1, null, chance); pause !== null;)
        pause = pauseAfter(pauses.push(pause) + 1, null, chance);
      const all = pauses.reduce((sum, pause) => sum + pause, 0);
      expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
      expect(all).toBeGreaterThan(3 * DAY_MS);
      expect(all).toBeLessThan(GIVE_UP_MS);
      expect(pauses[0]).toBeLessThan(10_000);
    }),
  );
});

it("waits as long as the endpoint asks for, up to a day", () => {
  expect(pauseAfter(1, 60_000, 0)).toBe(60_000);
  expect(pauseAfter(1, 90 * DAY_MS, 0)).toBe(DAY_MS);
  expect(pauseAfter(3, 1_000, 0)).toBe(30 * 60_000);
});

it("reads seconds and dates of a Retry-After header, and nothing else", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  expect(readRetryAfter("120", now)).toBe(120_000);
  expect(readRetryAfter("Sat, 21 Nov 2026 12:01:00 GMT", now)).toBe(60_000);
  expect(readRetryAfter("Sat, 21 Nov 2026 11:00:00 GMT", now)).toBe(0);
  for (const header of [undefined, "", "soon", "-5", "1".repeat(30)])
    expect(readRetryAfter(header, now)).toBeNull();
});
