import type { MarginRow } from "@/lib/metering/margins";
import { formatScaled } from "@/lib/values/money";

/** What the card asks for beyond the cost of these calls, in millionths. */
export function configured({ required, cost }: Pick<MarginRow, "required" | "cost">): bigint | null {
  return cost > 0n ? (required * 1_000_000n) / cost : null;
}

/** Millionths as a factor with two decimals, rounded down. */
export function times(ppm: bigint | null): string {
  return ppm === null ? "—" : `× ${formatScaled(ppm / 10_000n, 2)}`;
}
