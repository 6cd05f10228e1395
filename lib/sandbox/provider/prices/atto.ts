/** 10⁻¹⁸ US dollars: what one token costs is a whole number of them, for every published price. */
export const ATTO_PER_USD = 10n ** 18n;

/** Exact decimal US dollars, without zeros at the end: `0.000012`. */
export function formatAtto(atto: bigint): string {
  const fraction = (atto % ATTO_PER_USD).toString().padStart(18, "0").replace(/0+$/, "");
  return `${atto / ATTO_PER_USD}${fraction && `.${fraction}`}`;
}

/** A published price for a million, in 10⁻¹⁸ USD for one. Twelve decimals: what lies beyond is noise of binary numbers. */
export function attoPerUnit(usdPerMillion: number): bigint {
  return BigInt(usdPerMillion.toFixed(12).replace(".", ""));
}
