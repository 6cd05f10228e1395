import { groupDigits, MINUS } from "./amount";

/** How a value moved, in whole percent: "+12 %". Null when there was nothing before to compare with. */
export function displayChange(now: bigint, before: bigint): string | null {
  if (before <= 0n) return null;
  const change = now - before;
  const size = change < 0n ? -change : change;
  const percent = (size * 100n + before / 2n) / before;
  if (percent === 0n) return change === 0n ? "0 %" : "±0 %";
  return `${change < 0n ? MINUS : "+"}${groupDigits(percent.toString())} %`;
}

/** The share of a whole in percent with one decimal, as a number for bars: 12.5. Zero of nothing is 0. */
export function sharePercent(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0;
  return part >= whole ? 100 : Number((part * 1000n) / whole) / 10;
}
