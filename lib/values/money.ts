import { type DecimalRule, faultOfDecimal } from "./decimal";
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
/** The same as `CREDITS`, to say what is wrong. */
const CREDITS_RULE: DecimalRule = { whole: 10, decimals: 9, example: "12.5", signed: true };

/**
 * Reads a decimal string of credits ("12.5", "-0.000000001") exactly.
 * @throws InvalidValue for anything else: exponents, spaces, other digits, more than nine decimals, out of range.
 */
export function parseCredits(text: string): Nano {
  const fault = faultOfCredits(text);
  if (fault !== null) throw new InvalidValue(`the amount: ${fault}`);
  return parseScaled(text, 9) as Nano;
}

/** What is wrong with an amount of credit as somebody wrote it, to stand after its name or under its field; null where it can be read. */
export function faultOfCredits(text: string): string | null {
  if (!CREDITS.test(text)) return faultOfDecimal(text, CREDITS_RULE) ?? "is no amount";
  const value = parseScaled(text, 9);
  return value > MAX_NANO || value < -MAX_NANO ? "is more than there can be" : null;
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
