import type { Nano } from "@/lib/values/money";
import { roundedShare } from "@/lib/values/share";
import type { PicoUsd } from "@/lib/values/usd";

declare const brand: unique symbol;

/** What credit is worth, exact: nano-credits × pico-dollars, that is 10⁻²¹ USD. */
export type Worth = bigint & { readonly [brand]: "worth" };

const PER_CENT = 10n ** 19n;

/** What was paid, before tax, for so much credit. */
export interface Price {
  netCents: bigint;
  credits: Nano;
}

export function worth(value: bigint): Worth {
  return value as Worth;
}

/** Credit at what it was paid with, or, where no payment stands behind it, at what a credit is worth. */
export function worthOf(amount: Nano, price: Price | null, creditValue: PicoUsd): Worth {
  return worth(price ? roundedShare(price.netCents * PER_CENT, amount, price.credits) : amount * creditValue);
}

/** What is deferred as the journal's two accounts for it have it, each in whole cents: paid credit that is not used, and what was charged for time to come. */
export function centsDeferred(unused: Worth, ahead: Worth): bigint {
  return centsOf(unused) + centsOf(ahead);
}

/** In whole cents, rounded half away from zero. */
export function centsOf(amount: Worth): bigint {
  return roundedShare(amount, 1n, PER_CENT);
}
