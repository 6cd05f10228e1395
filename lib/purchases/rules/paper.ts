/** What a row is on paper: of a payment, of what went back of it, or of something else. */
export const PAPER_KINDS = [
  "receipt",
  "credit_note",
  "credit_note_canceled",
  "dispute",
  "dispute_won",
  "transaction",
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/**
 * The tax in each part that was paid back of a payment, in their order: reckoned on the running total, so that all of the payment has all of its tax, and so
 * that a later part changes none before it. Cents.
 */
export function taxOfParts(
  { chargedCents, taxCents }: { chargedCents: number; taxCents: number },
  parts: readonly number[],
): number[] {
  const shareOf = (cents: number) => Number((BigInt(cents) * BigInt(taxCents)) / BigInt(chargedCents));
  let total = 0;
  return parts.map((part) => {
    const before = shareOf(total);
    total += part;
    return shareOf(total) - before;
  });
}
