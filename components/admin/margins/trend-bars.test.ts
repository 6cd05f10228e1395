import fc from "fast-check";
import { expect, it } from "vitest";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { nano, parseScaled } from "@/lib/values/money";
import { picoUsd } from "@/lib/values/usd";
import { barsOf, stacksOf } from "./trend-bars";

const amount = fc.bigInt({ min: 0n, max: 10n ** 18n }).map(picoUsd);
const point = fc
  .record({ from: fc.uuid(), costedRevenue: amount, uncosted: amount, cost: amount })
  .map(({ uncosted, ...rest }) => ({ ...rest, revenue: picoUsd(rest.costedRevenue + uncosted) }));
const REST = { to: "", calls: 0, charge: nano(0n), marginPpm: null, markupPpm: null };
const nanoOf = (text: string) => parseScaled(text, 9);

it("each bar is the revenue, and the cost where that is more; nothing is below zero", () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 14 }), (points) => {
      const bars = barsOf(points.map((each) => ({ ...REST, ...each })));
      bars.forEach(({ covered, margin, loss, uncosted }, index) => {
        const { revenue, costedRevenue, cost } = points[index] ?? {
          revenue: 0n,
          costedRevenue: 0n,
          cost: 0n,
        };
        expect(nanoOf(covered) + nanoOf(margin)).toBe(costedRevenue / 1_000n);
        expect(nanoOf(covered) + nanoOf(margin) + nanoOf(uncosted)).toBe(revenue / 1_000n);
        expect(nanoOf(covered) + nanoOf(loss)).toBe(cost / 1_000n);
        expect([covered, margin, loss, uncosted].some((part) => part.startsWith("-"))).toBe(false);
        expect(margin === "0" || loss === "0").toBe(true);
      });
      const { series, stacks } = stacksOf(bars);
      expect(sumOf(series.map(({ total }) => total))).toBe(sumOf(stacks.map(({ total }) => total)));
    }),
  );
});
