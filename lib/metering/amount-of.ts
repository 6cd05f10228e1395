import type { Unit } from "@/lib/values/ids";
import { type Nano, nano, parseCredits } from "@/lib/values/money";

/** An amount as the API says it, in the wallet's own unit. The schema has seen that it is one. */
export function amountOf(text: string, unit: Unit): Nano {
  return unit === "credit" ? parseCredits(text) : nano(BigInt(text));
}
