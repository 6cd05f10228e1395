import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, DAY_MS, startOfDay, utcDay } from "@/lib/values/time";
import { periodOf } from "./period";

const moments = fc.date({
  min: new Date("2024-01-01T00:00:00Z"),
  max: new Date("2031-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const recurring = fc.constantFrom("daily" as const, "weekly" as const, "monthly" as const);

describe("a period", () => {
  it("holds its moment, and the next begins where it ends: no day is in two, none in neither", () => {
    fc.assert(
      fc.property(recurring, moments, (period, now) => {
        const { from, to, resetsAt } = periodOf(period, null, now);
        if (from === null || to === null || resetsAt === null) throw new Error("it has no bounds");
        expect(from <= utcDay(now) && utcDay(now) < to).toBe(true);
        expect(resetsAt).toEqual(startOfDay(to));
        expect(periodOf(period, null, resetsAt).from).toBe(to);
        expect(periodOf(period, null, new Date(resetsAt.getTime() - 1))).toEqual({ from, to, resetsAt });
        expect(periodOf(period, null, startOfDay(from))).toEqual({ from, to, resetsAt });
      }),
    );
  });

  it.each([
    ["daily", "2026-11-21T23:59:59.999Z", "2026-11-21", "2026-11-22"],
    ["daily", "2026-11-22T00:00:00.000Z", "2026-11-22", "2026-11-23"],
    ["weekly", "2026-11-22T23:59:59.999Z", "2026-11-16", "2026-11-23"],
    ["weekly", "2026-11-23T00:00:00.000Z", "2026-11-23", "2026-11-30"],
    ["weekly", "2027-01-01T12:00:00.000Z", "2026-12-28", "2027-01-04"],
    ["monthly", "2026-11-30T23:59:59.999Z", "2026-11-01", "2026-12-01"],
    ["monthly", "2026-12-01T00:00:00.000Z", "2026-12-01", "2027-01-01"],
    ["monthly", "2028-02-29T23:59:59.999Z", "2028-02-01", "2028-03-01"],
  ] as const)("that is %s at %s runs from %s until %s", (period, now, from, to) => {
    expect(periodOf(period, null, new Date(now))).toEqual({ from, to, resetsAt: startOfDay(to) });
  });

  it("of a week begins on a Monday and has seven days", () => {
    fc.assert(
      fc.property(moments, (now) => {
        const { from, to } = periodOf("weekly", null, now);
        expect(startOfDay(from ?? "").getUTCDay()).toBe(1);
        expect(addDays(from ?? "", 7)).toBe(to);
      }),
    );
  });

  it("in total never resets, and begins where it is said", () => {
    expect(periodOf("total", "2026-11-03", new Date(400 * DAY_MS))).toEqual({
      from: "2026-11-03",
      to: null,
      resetsAt: null,
    });
  });
});
