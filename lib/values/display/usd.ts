import { nano, parseScaled } from "../money";
import { centsOfCredits, parseUsd } from "../usd";
import { groupDigits, MINUS } from "./amount";
import { numberStyle } from "./number-style";

/** A decimal string of dollars for people: "$41.25"; below a cent with two digits that count: "$0.0061". */
export function displayUsd(usd: string): string {
  const exact = parseScaled(usd, 12);
  if (exact === 0n) return "$0.00";
  const size = exact < 0n ? -exact : exact;
  const sign = exact < 0n ? MINUS : "";
  const cent = 10_000_000_000n;
  return size >= cent ? sign + cents((size + cent / 2n) / cent) : `${sign}$${smallUsd(size)}`;
}

/** What credits are worth: `creditValue` is the price of one ECU as a decimal string of dollars ("0.1"). */
export function displayUsdOfCredits(credits: string, creditValue: string): string {
  const amount = nano(parseScaled(credits, 9));
  const price = parseUsd(creditValue);
  const whole = centsOfCredits(amount, price);
  const size = whole < 0n ? -whole : whole;
  if (size > 0n || amount === 0n) return (whole < 0n ? MINUS : "") + cents(size);
  return displayUsd(scaledUsd(amount * price));
}

/** A price in dollars with every digit that it has, and at least two decimals: "$2.50", "$0.075". */
export function displayPrice(usd: string): string {
  const [whole = "0", fraction = ""] = usd.split(".");
  return `$${groupDigits(whole)}${numberStyle().point}${fraction.padEnd(2, "0")}`;
}

function cents(value: bigint): string {
  const digits = value.toString().padStart(3, "0");
  return `$${groupDigits(digits.slice(0, -2))}${numberStyle().point}${digits.slice(-2)}`;
}

/** The first two digits that are not zero: 0.006123 → "0.0061". */
function smallUsd(pico: bigint): string {
  const digits = pico.toString().padStart(12, "0");
  const first = digits.search(/[1-9]/);
  const kept = digits.slice(0, first + 2).replace(/0+$/, "");
  return `0${numberStyle().point}${kept}`;
}

// Nano-credits × pico-dollars is 10⁻²¹; what is below a pico-dollar is not shown.
function scaledUsd(product: bigint): string {
  const pico = (product < 0n ? -product : product) / 1_000_000_000n;
  return `${product < 0n ? "-" : ""}0.${pico.toString().padStart(12, "0")}`;
}
