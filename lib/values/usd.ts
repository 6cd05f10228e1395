import { type DecimalRule, faultOfDecimal } from "./decimal";
import { InvalidValue } from "./invalid-value";
import { ceilDiv, formatScaled, type Nano, parseScaled } from "./money";

declare const brand: unique symbol;

/** Exact US dollars: an integer of pico-dollars (10⁻¹² USD), fine enough for one token of the cheapest model. */
export type PicoUsd = bigint & { readonly [brand]: "pico-usd" };

export const PICO_PER_USD = 1_000_000_000_000n;
const PICO_USD_PER_CENT = PICO_PER_USD / 100n;

/** The largest cost that one event can carry: PostgreSQL's bigint of pico-dollars, about 9.2 million USD. */
const MAX_PICO_USD = 9_223_372_036_854_775_807n;

export function picoUsd(value: bigint): PicoUsd {
  return value as PicoUsd;
}

const USD = /^(0|[1-9][0-9]{0,6})(\.[0-9]{1,12})?$/;
/** The same as `USD`, to say what is wrong. */
const USD_RULE: DecimalRule = { whole: 7, decimals: 12, example: "0.0031" };

/**
 * Reads a decimal string of dollars that is not negative ("0.0031") exactly.
 * @throws InvalidValue for anything else, or more than twelve decimals.
 */
export function parseUsd(text: string): PicoUsd {
  const fault = faultOfUsd(text);
  if (fault !== null) throw new InvalidValue(`the amount of dollars: ${fault}`);
  return parseScaled(text, 12) as PicoUsd;
}

/** What is wrong with dollars as somebody wrote them, to stand after their name or under their field; null where they can be read. */
export function faultOfUsd(text: string): string | null {
  if (!USD.test(text)) return faultOfDecimal(text, USD_RULE) ?? "is no amount";
  return parseScaled(text, 12) > MAX_PICO_USD ? "is more than there can be" : null;
}

/** The canonical decimal string of dollars: "0.0031". */
export function formatUsd(value: PicoUsd): string {
  return formatScaled(value, 12);
}

/** What an amount of credit is worth, in whole cents rounded half away from zero. `creditValue` is the price of one ECU. */
export function centsOfCredits(amount: Nano, creditValue: PicoUsd): bigint {
  const unit = PICO_USD_PER_CENT * 1_000_000_000n;
  const product = amount * creditValue;
  const half = unit / 2n;
  return product < 0n ? -((-product + half) / unit) : (product + half) / unit;
}

/** The credit that pays for a cost: rounded up to the next nano-credit. */
export function creditsOfUsd(cost: PicoUsd, creditValue: PicoUsd): Nano {
  return ceilDiv(cost * 1_000_000_000n, creditValue) as Nano;
}
