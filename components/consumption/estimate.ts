import { displayAmount } from "@/lib/values/display/amount";

/** An estimate in ECU, with no more digits than it knows: "412", "3.1". */
export function estimate(ecu: number): string {
  return displayAmount(ecu.toFixed(ecu >= 100 ? 0 : ecu >= 1 ? 1 : 2), { decimals: 2 });
}
