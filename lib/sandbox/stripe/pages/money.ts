/** Currencies that have no smaller unit. */
const WHOLE = ["jpy", "krw", "vnd", "clp", "isk", "xaf", "xof"];

/** An amount in a currency's smallest unit, as people read it: `$1,234.50`. */
export function money(amount: number, currency: string): string {
  const digits = WHOLE.includes(currency) ? 0 : 2;
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  const format = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
  });
  return format.format(`${amount < 0 ? "-" : ""}${decimal}` as Intl.StringNumericLiteral);
}

/** Seconds since 1970 as a day, in UTC. */
export function day(seconds: number): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(seconds * 1000);
}

/** Seconds since 1970 as a moment, in UTC. */
export function moment(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
