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

/** Line items with the tax of a country, added to the price or, where the price includes it, taken out of it. */
export function withTax(items: readonly LineItem[], country: string): LineItem[] {
  const rate = RATES[country.toUpperCase()] ?? 0n;
  return items.map((item) => {
    const price = BigInt(item.amount_subtotal);
    if (item.price?.tax_behavior === "inclusive") {
      const tax = Number(price - roundHalfUp(price * WHOLE, WHOLE + rate));
      return { ...item, amount_tax: tax };
    }
    const tax = Number(roundHalfUp(price * rate, WHOLE));
    return { ...item, amount_tax: tax, amount_total: item.amount_subtotal + tax };
  });
}

/** What all items come to, in cents. */
export function totalOf(items: readonly LineItem[]): { subtotal: number; tax: number; total: number } {
  const sum = (field: "amount_subtotal" | "amount_tax" | "amount_total") =>
    items.reduce((all, item) => all + item[field], 0);
  return { subtotal: sum("amount_subtotal"), tax: sum("amount_tax"), total: sum("amount_total") };
}

function roundHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
