import { parseScaled } from "../money";
import { parseUsd } from "../usd";
import { groupDigits, MINUS } from "./amount";
import { numberStyle } from "./number-style";

const CENT = 10_000_000_000n;

/** A decimal string of dollars for people: "$41.25"; below a cent with two digits that count: "$0.0061". */
export function displayUsd(usd: string): string {
  return displayPico(parseScaled(usd, 12));
}

/** What credits are worth: `creditValue` is the price of one ECU as a decimal string of dollars ("0.1"). */
export function displayUsdOfCredits(credits: string, creditValue: string): string {
  // Nano-credits × pico-dollars is 10⁻²¹; what is below a pico-dollar is not shown.
  return displayPico((parseScaled(credits, 9) * parseUsd(creditValue)) / 1_000_000_000n);
}

/** A price in dollars with every digit that it has, and at least two decimals: "$2.50", "$0.075". */
export function displayPrice(usd: string): string {
  const [whole = "0", fraction = ""] = usd.split(".");
  return `$${groupDigits(whole)}${numberStyle().point}${fraction.padEnd(2, "0")}`;
}

// Whether it is small is asked of the exact amount: half a cent is "$0.005", not "$0.01".
function displayPico(exact: bigint): string {
  const size = exact < 0n ? -exact : exact;
  const sign = exact < 0n ? MINUS : "";
  const rounded = size < CENT ? twoDigits(size) : size;
  if (rounded === 0n || rounded >= CENT) return sign + cents((rounded + CENT / 2n) / CENT);
  return `${sign}$${smallUsd(rounded)}`;
}

function cents(value: bigint): string {
  const digits = value.toString().padStart(3, "0");
  return `$${groupDigits(digits.slice(0, -2))}${numberStyle().point}${digits.slice(-2)}`;
}

/** Rounded half up to the first two digits that are not zero: 6123 → 6100, 9990 → 10000. */
function twoDigits(size: bigint): bigint {
  const step = 10n ** BigInt(Math.max(0, size.toString().length - 2));
  return ((size + step / 2n) / step) * step;
}

/** Less than a dollar, without its last zeros: "0.0061". */
function smallUsd(pico: bigint): string {
  return `0${numberStyle().point}${pico.toString().padStart(12, "0").replace(/0+$/, "")}`;
}
