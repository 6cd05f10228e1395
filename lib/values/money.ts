import { InvalidValue } from "./invalid-value";

declare const brand: unique symbol;

/** Exact credit: an integer of nano-credits (10⁻⁹ ECU). No number can be assigned to it. */
export type Nano = bigint & { readonly [brand]: "nano" };

export const ZERO = 0n as Nano;

/** The largest balance that PostgreSQL's bigint holds: about 9.2 billion ECU. */
export const MAX_NANO = 9_223_372_036_854_775_807n as Nano;

/** Marks an integer that is known to count nano-credits. */
export function nano(value: bigint): Nano {
  return value as Nano;
}

export function add(left: Nano, right: Nano): Nano {
  return (left + right) as Nano;
}

export function sub(left: Nano, right: Nano): Nano {
  return (left - right) as Nano;
}

export function negate(value: Nano): Nano {
  return -value as Nano;
}

export function min(left: Nano, right: Nano): Nano {
  return left < right ? left : right;
}

export function max(left: Nano, right: Nano): Nano {
  return left > right ? left : right;
}

/** A charge rounds up, so that a call is never billed below its cost. */
export function ceilDiv(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError(`divisor must be positive, got ${divisor}`);
  const quotient = dividend / divisor;
  return dividend % divisor > 0n ? quotient + 1n : quotient;
}

const CREDITS = /^-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,9})?$/;

/**
 * Reads a decimal string of credits ("12.5", "-0.000000001") exactly.
 * @throws InvalidValue for anything else: exponents, spaces, other digits, more than nine decimals, out of range.
 */
export function parseCredits(text: string): Nano {
  if (!CREDITS.test(text)) {
    throw new InvalidValue('an amount is a decimal string like "12.5", with at most nine decimals');
  }
  const value = parseScaled(text, 9);
  if (value > MAX_NANO || value < -MAX_NANO) throw new InvalidValue("the amount is out of range");
  return value as Nano;
}

/** The canonical decimal string of an amount: "12.5", "-0.000000001", "0". */
export function formatCredits(amount: Nano): string {
  return formatScaled(amount, 9);
}

/** An integer of 10^-decimals from plain decimal text that has at most that many decimals. */
export function parseScaled(text: string, decimals: number): bigint {
  const negative = text.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? text.slice(1) : text).split(".");
  const value = BigInt(whole + fraction.padEnd(decimals, "0"));
  return negative ? -value : value;
}

/** The shortest plain decimal text of an integer of 10^-decimals. */
export function formatScaled(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${whole}${fraction && `.${fraction}`}`;
}
