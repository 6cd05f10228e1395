import type { LineItem } from "../billing/objects";

/** Rates of tax by country, in hundredths of a percent. They only look like the real ones; elsewhere there is none. */
const RATES: Readonly<Record<string, bigint>> = {
  AT: 2000n,
  AU: 1000n,
  CA: 500n,
  CH: 810n,
  DE: 1900n,
  ES: 2100n,
  FR: 2000n,
  GB: 2000n,
  IE: 2300n,
  IT: 2200n,
  NL: 2100n,
  US: 888n,
};
const WHOLE = 10_000n;

/** The tax that a country adds to an amount, in cents. */
export function taxOn(amount: number, country: string): number {
  return Number(roundHalfUp(BigInt(amount) * rateOf(country), WHOLE));
}

/** Line items with the tax of a country: added to the price, or named where the price includes it. */
export function withTax(items: readonly LineItem[], country: string): LineItem[] {
  const rate = rateOf(country);
  return items.map((item) => {
    const price = BigInt(item.price?.unit_amount ?? 0) * BigInt(item.quantity ?? 1);
    if (item.price?.tax_behavior === "inclusive") {
      const tax = Number(price - roundHalfUp(price * WHOLE, WHOLE + rate));
      return { ...item, amount_tax: tax };
    }
    const tax = Number(roundHalfUp(price * rate, WHOLE));
    return { ...item, amount_tax: tax, amount_total: Number(price) + tax };
  });
}

/** What all items come to, in cents. */
export function totalOf(items: readonly LineItem[]): { subtotal: number; tax: number; total: number } {
  const sum = (field: "amount_subtotal" | "amount_tax" | "amount_total") =>
    items.reduce((all, item) => all + item[field], 0);
  return { subtotal: sum("amount_subtotal"), tax: sum("amount_tax"), total: sum("amount_total") };
}

function rateOf(country: string): bigint {
  return RATES[country.toUpperCase()] ?? 0n;
}

function roundHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
