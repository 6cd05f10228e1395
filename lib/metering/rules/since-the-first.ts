import type { PicoUsd } from "@/lib/values/usd";

/** Periods, oldest first, without those before anything was metered; the newest always. */
export function sinceTheFirst<Period extends { calls: number; revenue: PicoUsd; cost: PicoUsd }>(
  periods: readonly Period[],
): readonly Period[] {
  const first = periods.findIndex(({ calls, revenue, cost }) => calls > 0 || revenue !== 0n || cost !== 0n);
  return first < 0 ? periods.slice(-1) : periods.slice(first);
}
