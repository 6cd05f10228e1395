import fc from "fast-check";
import { expect, it } from "vitest";
import { nano, parseCredits, ZERO } from "@/lib/values/money";
import { isUnusual, LOOKED_AT_DAYS, usualRange } from "./unusual";

const ecu = (text: string) => parseCredits(text);
const spent = fc.bigInt({ min: 0n, max: 10n ** 15n }).map(nano);
const history = (length: number) => fc.array(spent, { minLength: length, maxLength: length });
/** Weekdays of 20 ECU, weekends of 1. `before` is the number of days, the next one is a Monday. */
const office = Array.from({ length: 56 }, (_, day) => (day % 7 >= 5 ? ecu("1") : ecu("20")));

it("knows what a weekday is: a Monday's spending on a Saturday is unusual, and on a Monday it is not", () => {
  expect(isUnusual(ecu("20"), usualRange(office))).toBe(false);
  const untilFriday = [...office, ...office.slice(0, 5)].slice(-56);
  expect(isUnusual(ecu("1"), usualRange(untilFriday))).toBe(false);
  expect(isUnusual(ecu("20"), usualRange(untilFriday))).toBe(true);
});

it("says nothing of an account that is younger than four weeks", () => {
  expect(usualRange(office.slice(0, 27))).toBeNull();
  expect(usualRange([])).toBeNull();
  expect(usualRange(Array.from({ length: 56 }, () => ZERO))).toBeNull();
  expect(usualRange([...Array.from({ length: 40 }, () => ZERO), ...office.slice(0, 20)])).toBeNull();
  expect(usualRange(office.slice(0, 28))).not.toBeNull();
});

it("is in order, holds the middle of its weekday, and leaves at least 5 ECU above it", () => {
  fc.assert(
    fc.property(history(56), (before) => {
      const usual = usualRange(before);
      if (!usual) return;
      expect(usual.from >= 0n && usual.from <= usual.to).toBe(true);
      const same = before
        .filter((_, index) => (before.length - index) % 7 === 0)
        .sort((a, b) => (a < b ? -1 : 1));
      const [lower = ZERO, upper = ZERO] = [same[3], same[4]];
      expect(usual.to >= (lower + upper) / 2n + ecu("5")).toBe(true);
      expect(isUnusual(lower, usual)).toBe(false);
    }),
  );
});

it("of the same days is never unusual, however large they are", () => {
  fc.assert(
    fc.property(spent, (day) => {
      const usual = usualRange(Array.from({ length: 56 }, () => day));
      expect(isUnusual(day, usual)).toBe(false);
    }),
  );
});

it("is moved by one wild day among eight by no more than its neighbours allow", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 55 }), fc.bigInt({ min: 0n, max: 10n ** 17n }), (at, wild) => {
      const calm = usualRange(office);
      const shaken = usualRange(office.map((day, index) => (index === at ? nano(wild) : day)));
      expect(shaken?.to).toBe(calm?.to);
    }),
  );
});

it("grows with what is spent: a day that is unusual stays so with more", () => {
  fc.assert(
    fc.property(history(56), spent, spent, (before, day, more) => {
      const usual = usualRange(before);
      if (isUnusual(day, usual)) expect(isUnusual(nano(day + more), usual)).toBe(true);
    }),
  );
});

it("looks back eight weeks and no further", () => {
  fc.assert(
    fc.property(history(LOOKED_AT_DAYS), history(30), (recent, older) => {
      const known = recent.map((day, index) => (index === 0 ? nano(day + 1n) : day));
      expect(usualRange([...older.map((day) => nano(day + 1n)), ...known])).toEqual(usualRange(known));
    }),
  );
});
