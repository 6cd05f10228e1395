/** What a decimal number may be: digits before its point, and after it; `example` is one that people may write. */
export interface DecimalRule {
  whole: number;
  decimals: number;
  example: string;
  /** Whether it may be below zero. */
  signed?: boolean;
}

/**
 * How a decimal number is to be written, where somebody wrote it otherwise; null where it is one. The same words stand under the field of a form, and after the
 * field's name in an answer of the API.
 */
export function faultOfDecimal(
  text: string,
  { whole, decimals, example, signed = false }: DecimalRule,
): string | null {
  if (text.trim() === "") return `write a number such as ${example}`;
  if (text.includes(",")) return `write it with a point and without commas, such as ${example}`;
  const [, digits, fraction] = /^[-−]?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (digits === undefined) return `write a number with digits and a point, such as ${example}`;
  if (!signed && digits !== text.split(".")[0]) return "cannot be negative";
  if (text.startsWith("−")) return "write the minus as a hyphen: -";
  if (digits.length > whole) return `write at most ${whole} digits before the point`;
  if (digits.length > 1 && digits.startsWith("0"))
    return `write it without zeros in front, such as ${example}`;
  if ((fraction?.length ?? 0) > decimals)
    return decimals === 0
      ? `write a whole number, such as ${example}`
      : `write at most ${decimals} digits after the point`;
  return null;
}
