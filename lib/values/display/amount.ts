import { parseScaled } from "../money";
import { numberStyle } from "./number-style";

export const MINUS = "\u2212";
const SCALE = 9;

export interface AmountStyle {
  /** At most this many decimals: 4 if nothing else is said; 0 for tool runs. */
  decimals?: number;
  /** "always" writes + before what was added. */
  sign?: "auto" | "always";
  /** Keeps trailing zeros, so that a column aligns on the decimal point. */
  fixed?: boolean;
}

/** An amount in the pieces that are shown apart: the decimals of a big number stand back. */
export interface AmountParts {
  /** "+", "−" or nothing; with "<" before an amount too small to show. */
  sign: string;
  whole: string;
  /** With its decimal point, or empty. */
  fraction: string;
}

/**
 * A decimal string of credits ("-1234.5") for people: "−1,234.5000". Rounded half away from zero; zero is "0", and an
 * amount that would round to zero is "<0.0001", never a false zero.
 */
export function displayAmount(amount: string, style: AmountStyle = {}): string {
  const { sign, whole, fraction } = amountParts(amount, style);
  return sign + whole + fraction;
}

/** All nine decimals of an amount, for those who hover: "−0.061234567". */
export function displayExactAmount(amount: string): string {
  return displayAmount(amount, { decimals: SCALE });
}

/** Amounts of a sum, exact, with as many decimals each as the longest needs: they stand on their decimal points. */
export function displaySum(amounts: readonly string[]): string[] {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split(".")[1]?.length ?? 0));
  return amounts.map((amount) => displayAmount(amount, { decimals, sign: "auto", fixed: true }));
}

export function amountParts(
  amount: string,
  { decimals = 4, sign = "auto", fixed = false }: AmountStyle = {},
): AmountParts {
  const exact = parseScaled(amount, SCALE);
  if (exact === 0n) return { sign: "", whole: "0", fraction: "" };
  const size = exact < 0n ? -exact : exact;
  const step = 10n ** BigInt(SCALE - decimals);
  const rounded = (size + step / 2n) / step;
  const mark = exact < 0n ? MINUS : sign === "always" ? "+" : "";
  if (rounded === 0n) return { sign: `${mark}<`, ...split(1n, decimals, true) };
  return { sign: mark, ...split(rounded, decimals, fixed) };
}

function split(value: bigint, decimals: number, fixed: boolean): { whole: string; fraction: string } {
  const digits = value.toString().padStart(decimals + 1, "0");
  const at = digits.length - decimals;
  const kept = fixed ? digits.slice(at) : digits.slice(at).replace(/0+$/, "");
  return { whole: groupDigits(digits.slice(0, at)), fraction: kept && numberStyle().point + kept };
}

/** "18412" → "18,412", or as the reader writes it. */
export function groupDigits(digits: string): string {
  const { group, isIndian } = numberStyle();
  return digits.replace(isIndian ? /\B(?=(\d{2})*\d{3}$)/g : /\B(?=(\d{3})+$)/g, group);
}
