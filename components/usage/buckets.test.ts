import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween } from "@/lib/values/time";
import { bucketsOf } from "./buckets";

it("puts each day into one place, in order, and leaves none out", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 365 }), (start, more) => {
      const from = addDays("2026-01-01", start);
      const days = { from, to: addDays(from, more) };
      const { places, placeOf, daysOf } = bucketsOf(days);
      expect(places.length).toBeLessThanOrEqual(100);
      const covered = places.flatMap((place) => {
        const part = daysOf(place);
        return daysBetween(part.from, part.to);
      });
      expect(covered).toEqual(daysBetween(days.from, days.to));
      for (const day of covered) expect(places).toContain(placeOf(day));
    }),
  );
});
