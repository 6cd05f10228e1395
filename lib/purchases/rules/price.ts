import { ceilDiv, type Nano } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";

/** A price for much at once: from that many ECU in one purchase, each costs `unitPrice`. */
export interface VolumePrice {
  from: Nano;
  unitPrice: PicoUsd;
}

/** What some credit costs. */
export interface Price {
  credits: Nano;
  /** 10⁻¹² USD per ECU. */
  unitPrice: PicoUsd;
  amountCents: bigint;
}

/** Stripe's own bounds of one charge in US dollars. */
export const LEAST_CENTS = 50n;
export const MOST_CENTS = 99_999_999n;

// 10⁻⁹ ECU × 10⁻¹² USD, in a cent.
const PER_CENT = 10n ** 19n;

/** The price of credit: the best of the account's own and of those for much at once; the sum in cents, rounded up. */
export function priceOf(credits: Nano, creditValue: PicoUsd, volumePrices: readonly VolumePrice[]): Price {
  const offered = volumePrices.filter(({ from }) => credits >= from).map(({ unitPrice }) => unitPrice);
  const unitPrice = [creditValue, ...offered].reduce((best, price) => (price < best ? price : best));
  return { credits, unitPrice, amountCents: ceilDiv(credits * unitPrice, PER_CENT) };
}

/** The credit for what was really paid before tax: what was agreed for the agreed price, and its share, rounded down, for another. */
export function creditsFor(paidCents: bigint, agreedCents: bigint, credits: Nano): Nano {
  return paidCents === agreedCents ? credits : (((credits * paidCents) / agreedCents) as Nano);
}
