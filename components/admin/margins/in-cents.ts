import { roundToSum } from "@/lib/values/display/round-to-sum";
import { formatScaled, parseScaled } from "@/lib/values/money";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";

interface Amounts {
  revenue: PicoUsd;
  cost: PicoUsd;
  /** What of the revenue has a recorded cost, where that is told apart. */
  costedRevenue?: PicoUsd;
}

/** The same rows with whole cents that add up to the total as it is shown. All of a sum must be given, also what is not shown. */
export function inCents<Row extends Amounts>(rows: readonly Row[]): Row[] {
  const rounded = (of: keyof Amounts) =>
    roundToSum(
      rows.map((row) => formatScaled((row[of] ?? 0n) / 1_000n, 9)),
      2,
    ).map((cents) => picoUsd(parseScaled(cents, 12)));
  const [revenue, cost, costed] = [rounded("revenue"), rounded("cost"), rounded("costedRevenue")];
  return rows.map((row, index) => ({
    ...row,
    revenue: revenue[index] ?? row.revenue,
    cost: cost[index] ?? row.cost,
    ...(row.costedRevenue !== undefined && { costedRevenue: costed[index] ?? row.costedRevenue }),
  }));
}

/** Without what was before anything was metered. */
export function sinceTheFirst<Row extends Amounts & { calls: number }>(rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex(({ calls, revenue, cost }) => calls > 0 || revenue !== 0n || cost !== 0n);
  return first < 0 ? rows.slice(-1) : rows.slice(first);
}
