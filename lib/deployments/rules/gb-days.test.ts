import fc from "fast-check";
import { expect, it } from "vitest";
import { quantity } from "@/lib/metering/rules/quantity";
import { addDays, DAY_MS, startOfDay } from "@/lib/values/time";
import { gbDaysOf } from "./gb-days";

const at = (time: string) => new Date(`2026-11-${time}Z`);

it("is the size for a whole day, and its share of a day that it was not all there", () => {
  const changes = [
    { at: at("02T12:00:00"), sizeGb: quantity("100") },
    { at: at("04T06:00:00"), sizeGb: quantity("200") },
    { at: at("05T00:00:00"), sizeGb: quantity("0") },
  ];
  const days = ["01", "02", "03", "04", "05"].map((day) => gbDaysOf(changes, `2026-11-${day}`));
  expect(days).toEqual(["0", "50", "100", "175", "0"].map(quantity));
});

it("never bills less than size × time, nor a millionth more for each day", () => {
  const change = fc.record({
    after: fc.integer({ min: 0, max: 3 * DAY_MS }),
    size: fc.bigInt(0n, 10n ** 12n),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (plan) => {
      const first = startOfDay("2026-11-01").getTime();
      const times = plan.map(({ after }) => first + after).sort((left, right) => left - right);
      const changes = plan.map(({ size }, index) => ({
        at: new Date(times[index] ?? first),
        sizeGb: size as ReturnType<typeof quantity>,
      }));
      const exact = changes.reduce((sum, { at: from, sizeGb }, index) => {
        const to = changes[index + 1]?.at.getTime() ?? first + 5 * DAY_MS;
        return sum + sizeGb * BigInt(to - from.getTime());
      }, 0n);
      const billed = [0, 1, 2, 3, 4].reduce(
        (sum, day) => sum + gbDaysOf(changes, addDays("2026-11-01", day)),
        0n,
      );
      expect(billed * BigInt(DAY_MS)).toBeGreaterThanOrEqual(exact);
      expect(billed * BigInt(DAY_MS) - exact).toBeLessThan(5n * BigInt(DAY_MS));
    }),
  );
});
