import type { Series, Stack } from "@/components/chart/rank-series";
import type { TrendPoint } from "@/lib/metering/margin-trend";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { formatScaled } from "@/lib/values/money";

/** A point of the trend as a bar has it. Dollars as decimal strings with nine decimals at the most. */
export interface TrendBar {
  at: string;
  covered: string;
  margin: string;
  loss: string;
  /** Charged where no cost was recorded. */
  uncosted: string;
}

/**
 * Revenue as bars: what of it covered the cost, what it left, and what was charged where no cost was recorded. Where it covered less than the cost, the rest of the
 * cost stands above it. To the nano-dollar, which no bar shows.
 */
export function barsOf(points: readonly TrendPoint[]): TrendBar[] {
  return points.map(({ from, revenue, costedRevenue, cost }) => {
    const [all, earned, spent] = [revenue / 1_000n, costedRevenue / 1_000n, cost / 1_000n];
    const text = (nano: bigint) => formatScaled(nano > 0n ? nano : 0n, 9);
    return {
      at: from,
      covered: text(earned < spent ? earned : spent),
      margin: text(earned - spent),
      loss: text(spent - earned),
      uncosted: text(all - earned),
    };
  });
}

const PARTS = [
  { key: "margin", label: "Profit", hue: 1 },
  { key: "uncosted", label: "No cost recorded", hue: 3 },
  { key: "covered", label: "Real cost", hue: "other" },
  { key: "loss", label: "Cost beyond revenue", hue: 2 },
] as const;

/** The bars' parts, always in the same colours; what nothing has is left out. */
export function stacksOf(bars: readonly TrendBar[]): { series: Series[]; stacks: Stack[] } {
  const series = PARTS.map((part) => ({ ...part, total: sumOf(bars.map((bar) => bar[part.key])) }));
  const stacks = bars.map(({ at, ...values }) => ({
    ...{ at, values, before: {} },
    total: sumOf(Object.values(values)),
  }));
  return { series: series.filter(({ total }) => total !== "0"), stacks };
}
