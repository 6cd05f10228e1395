import { type DecimalRule, faultOfDecimal } from "@/lib/values/decimal";
import { formatScaled, parseScaled } from "@/lib/values/money";

declare const brand: unique symbol;

/** An amount of anything that is counted or measured: an integer of millionths, so that 1.5 hours is exact. */
export type Micro = bigint & { readonly [brand]: "micro" };

export const MICRO_PER_ONE = 1_000_000n;

const QUANTITY = /^(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$/;

/** True for a plain decimal of at most twelve digits and six decimals. */
export function isQuantity(text: string): boolean {
  return QUANTITY.test(text);
}

const RULE: DecimalRule = { whole: 12, decimals: 6, example: "1.5" };

/** What is wrong with a quantity as somebody wrote it; null where it is one. */
export function faultOfQuantity(text: string): string | null {
  return isQuantity(text) ? null : (faultOfDecimal(text, RULE) ?? "is no quantity");
}

export function quantity(text: string): Micro {
  return parseScaled(text, 6) as Micro;
}

export function whole(count: bigint): Micro {
  return (count * MICRO_PER_ONE) as Micro;
}

export function formatQuantity(amount: Micro): string {
  return formatScaled(amount, 6);
}
