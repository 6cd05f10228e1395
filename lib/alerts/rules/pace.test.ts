import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS } from "@/lib/values/time";
import { isAtOnce, lastDigestAt, MOST_AT_ONCE, PACE_WINDOW_MS, type Pace } from "./pace";

const START = Date.parse("2026-11-01T00:00:00Z");
const HOUR = 3_600_000;

/** What somebody gets of alerts at those times: the times of mails, those of the week among them. */
function mailsOf(pace: Pace, alerts: readonly number[]): { at: number; tells: number }[] {
  const atOnce: number[] = [];
  const mails: { at: number; tells: number }[] = [];
  let waiting: number[] = [];
  const end = START + 60 * DAY_MS;
  for (let hour = START; hour < end; hour += HOUR) {
    const due = waiting.filter((at) => at < lastDigestAt(new Date(hour)).getTime());
    if (due.length > 0) {
      mails.push({ at: hour, tells: due.length });
      waiting = waiting.filter((at) => !due.includes(at));
    }
    for (const at of alerts.filter((one) => one >= hour && one < hour + HOUR)) {
      if (isAtOnce(pace, atOnce.filter((one) => one > at - PACE_WINDOW_MS).length)) {
        atOnce.push(at);
        mails.push({ at, tells: 1 });
      } else waiting.push(at);
    }
  }
  return mails;
}

const times = fc
  .uniqueArray(fc.integer({ min: 0, max: 45 * DAY_MS }), { maxLength: 120 })
  .map((all) => all.sort((left, right) => left - right).map((at) => START + at));

it("nobody gets ten mails in any seven days, and everything is told once", () => {
  fc.assert(
    fc.property(times, fc.constantFrom<Pace>("limited", "weekly"), (alerts, pace) => {
      const mails = mailsOf(pace, alerts);
      expect(mails.reduce((sum, { tells }) => sum + tells, 0)).toBe(alerts.length);
      for (const { at } of mails) {
        const week = mails.filter((one) => one.at >= at && one.at < at + PACE_WINDOW_MS);
        expect(week.length).toBeLessThanOrEqual(MOST_AT_ONCE + 1);
        expect(week.length).toBeLessThan(10);
      }
    }),
    { numRuns: 60 },
  );
});

it("comes at once for who wants each, and never for who wants one a week", () => {
  fc.assert(
    fc.property(fc.nat(1_000), (count) => {
      expect(isAtOnce("all", count)).toBe(true);
      expect(isAtOnce("weekly", count)).toBe(false);
      expect(isAtOnce("limited", count)).toBe(count < MOST_AT_ONCE);
    }),
  );
});

it.each([
  ["2026-11-21T12:00:00Z", "2026-11-16T08:00:00.000Z"],
  ["2026-11-23T07:59:59Z", "2026-11-16T08:00:00.000Z"],
  ["2026-11-23T08:00:00Z", "2026-11-23T08:00:00.000Z"],
  ["2026-11-22T23:00:00Z", "2026-11-16T08:00:00.000Z"],
])("at %s the mail of the week was due last at %s, a Monday", (now, due) => {
  expect(lastDigestAt(new Date(now)).toISOString()).toBe(due);
});
