/** Whole cents of an amount in US dollars with at most two decimals: "99.5" is 9950. */
export function centsOfUsd(amount: string): bigint {
  const [whole = "", decimals = ""] = amount.split(".");
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, "0"));
}

/** US dollars of cents, with both decimals: "99.50". */
export function usdOfCents(cents: bigint): string {
  const sign = cents < 0n ? "-" : "";
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
