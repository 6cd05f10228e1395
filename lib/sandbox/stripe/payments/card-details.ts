import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { invalid, StripeError } from "../server/errors";

/** What somebody types in. */
export interface CardInput {
  number: string;
  exp_month: number;
  exp_year: number;
  cvc?: string;
}

/** A card as Stripe describes it; refuses what cannot be one, as of `now`. */
export function cardDetails(input: CardInput, now: number): Stripe.PaymentMethod.Card {
  const number = input.number.replace(/[\s-]/g, "");
  check(number, input, now);
  const brand = brandOf(number);
  return {
    brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: input.cvc === undefined ? null : "unchecked",
    },
    country: "US",
    display_brand: brand,
    exp_month: input.exp_month,
    exp_year: fullYear(input.exp_year),
    fingerprint: fingerprintOf(number),
    funding: DEBIT.has(number) ? "debit" : "credit",
    generated_from: { charge: null, payment_method_details: null, setup_attempt: null },
    last4: number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: brand !== "unionpay" },
    wallet: null,
  };
}

/** The same for every payment method with the same number. */
export function fingerprintOf(number: string): string {
  return createHash("sha256")
    .update(`fingerprint ${number}`)
    .digest("base64url")
    .replace(/[-_]/g, "0")
    .slice(0, 16);
}

const DEBIT = new Set(["4000056655665556", "5200828282828210"]);

function brandOf(number: string): string {
  const [brand] = BRANDS.find(([, pattern]) => pattern.test(number)) ?? ["unknown"];
  return brand;
}

const BRANDS: readonly [brand: string, pattern: RegExp][] = [
  ["visa", /^4/],
  ["mastercard", /^5[1-5]|^2[2-7]/],
  ["amex", /^3[47]/],
  ["discover", /^6011|^65/],
  ["diners", /^3[068]/],
  ["jcb", /^35/],
  ["unionpay", /^62/],
];

function check(number: string, { exp_month: month, exp_year, cvc }: CardInput, now: number): void {
  if (!/^\d{12,19}$/.test(number) || !luhn(number))
    throw refused("Your card number is incorrect.", "number", "incorrect_number");
  const year = fullYear(exp_year);
  const today = new Date(now * 1000);
  if (month < 1 || month > 12)
    throw refused("Your card's expiration month is invalid.", "exp_month", "invalid_expiry_month");
  if (year > today.getUTCFullYear() + 50 || Date.UTC(year, month) <= now * 1000)
    throw refused("Your card's expiration year is invalid.", "exp_year", "invalid_expiry_year");
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc))
    throw refused("Your card's security code is invalid.", "cvc", "invalid_cvc");
}

/** Wrong card data is a card error, but nothing was tried, and nothing stays. */
function refused(message: string, param: string, code: string): StripeError {
  return new StripeError(402, { ...invalid(message, param, code).body, type: "card_error" });
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function luhn(number: string): boolean {
  const digits = [...number].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const weighed = at % 2 === 1 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
