import { groupDigits, MINUS } from "./amount";
import { numberStyle } from "./number-style";

/** Something counted: a whole number, or its digits when it may be larger than a number holds. */
export type Count = bigint | number | string;

/** "18,204". */
export function displayCount(count: Count): string {
  const value = BigInt(count);
  return value < 0n ? MINUS + groupDigits((-value).toString()) : groupDigits(value.toString());
}

const UNITS = ["", " K", " M", " B", " T", " Q"];

/** Three digits that count: "26.4 M", "980", "1.02 K". */
export function displayShortCount(count: Count): string {
  const value = BigInt(count);
  const digits = (value < 0n ? -value : value).toString();
  const sign = value < 0n ? MINUS : "";
  const power = Math.min(Math.floor((digits.length - 1) / 3), UNITS.length - 1);
  if (power === 0) return sign + digits;
  const whole = digits.slice(0, digits.length - power * 3);
  const decimals = Math.max(0, 3 - whole.length);
  const unit = 10n ** BigInt(power * 3 - decimals);
  const rounded = (BigInt(digits) + unit / 2n) / unit;
  // 999,999 rounds up into the next unit.
  if (rounded.toString().length > whole.length + decimals && whole.length === 3)
    return sign + displayShortCount(rounded * unit);
  const text = rounded.toString();
  const fraction = decimals === 0 ? "" : text.slice(-decimals).replace(/0+$/, "");
  const head = decimals === 0 ? text : text.slice(0, -decimals);
  return `${sign}${groupDigits(head)}${fraction && numberStyle().point + fraction}${UNITS[power]}`;
}

/** "1 call", "2 calls": English plurals of regular words. */
export function plural(count: Count, word: string): string {
  return `${displayCount(count)} ${word}${BigInt(count) === 1n ? "" : "s"}`;
}
