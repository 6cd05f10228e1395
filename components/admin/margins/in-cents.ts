import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { formatScaled, parseScaled } from "@/lib/values/money";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";

interface Amounts {
  revenue: PicoUsd;
  cost: PicoUsd;
  /** What of the revenue has a recorded cost, where that is told apart. */
  costedRevenue?: PicoUsd;
}

/**
 * The same rows with whole cents that add up to the total as it is shown. All of a sum must be given, also what is not shown. Revenue with a cost and revenue
 * without are rounded apart, so that neither is ever more than both.
 */
export function inCents<Row extends Amounts>(rows: readonly Row[]): Row[] {
  const rounded = (amounts: PicoUsd[], shown?: string) =>
    roundToSum(
      amounts.map((amount) => formatScaled(amount / 1_000n, 9)),
      2,
      shown,
    );
  const all = picoUsd(rows.reduce((sum, { revenue }) => sum + revenue, 0n));
  const costed = rounded(rows.map(({ costedRevenue }) => costedRevenue ?? picoUsd(0n)));
  const rest = rounded(
    rows.map(({ revenue, costedRevenue }) => picoUsd(revenue - (costedRevenue ?? 0n))),
    sumOf([...rounded([all]), `-${sumOf(costed)}`]),
  );
  const cost = rounded(rows.map((row) => row.cost));
  const inPico = (cents: string) => picoUsd(parseScaled(cents, 12));
  return rows.map((row, index) => ({
    ...row,
    revenue: inPico(sumOf([costed[index] ?? "0", rest[index] ?? "0"])),
    cost: inPico(cost[index] ?? "0"),
    ...(row.costedRevenue !== undefined && { costedRevenue: inPico(costed[index] ?? "0") }),
  }));
}
