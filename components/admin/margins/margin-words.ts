import type { MarginRow } from "@/lib/metering/margins";

/** What the card asks for beyond the cost of these calls, in millionths. */
export function configured({ required, cost }: Pick<MarginRow, "required" | "cost">): bigint | null {
  return cost > 0n ? (required * 1_000_000n) / cost : null;
}

/** Millionths as a factor with two decimals, rounded half up. */
export function times(ppm: bigint | null): string {
  if (ppm === null) return "—";
  const hundredths = (ppm + 5_000n) / 10_000n;
  return `× ${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, "0")}`;
}
