/** What a decimal number may be: digits before its point, and after it; `example` is one that people may write. */
export interface DecimalRule {
  whole: number;
  decimals: number;
  example: string;
  /** Whether it may be below zero. */
  signed?: boolean;
}

/**
 * What is wrong with a decimal number as somebody wrote it, and how it is written, to stand after its name or by itself under a field; null where it is one. The
 * same words go to who fills in a form and to who calls the API.
 */
export function faultOfDecimal(
  text: string,
  { whole, decimals, example, signed = false }: DecimalRule,
): string | null {
  if (text.trim() === "") return `is missing: write a number such as ${example}`;
  if (text.includes(",")) return `is written with a point and without commas, such as ${example}`;
  const [, digits, fraction] = /^[-−]?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (digits === undefined) return `is not a number: write it with digits and a point, such as ${example}`;
  if (!signed && digits !== text.split(".")[0]) return "cannot be negative";
  if (text.startsWith("−")) return "has a minus that is not a hyphen: write it as -";
  if (digits.length > whole) return `has more than ${whole} digits before the point`;
  if (digits.length > 1 && digits.startsWith("0")) return `begins with a 0: write it such as ${example}`;
  if ((fraction?.length ?? 0) > decimals)
    return decimals === 0
      ? `is a whole number, such as ${example}`
      : `has more than ${decimals} digits after the point`;
  return null;
}
