import { displayAmount } from "@/lib/values/display/amount";
import { formatScaled } from "@/lib/values/money";

/** Cents as people read them: "1,250.00 USD". */
export function displayCents(cents: bigint): string {
  return `${displayAmount(formatScaled(cents, 2), { decimals: 2, fixed: true })} USD`;
}
