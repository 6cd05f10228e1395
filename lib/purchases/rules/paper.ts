import { roundedShare } from "@/lib/values/share";

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

/** What was paid back of a payment: the row that withdrew its credit, and the one that gave it back where that failed. */
export interface PaidBack {
  cents: number;
  seq: bigint | null;
  returnedSeq: bigint | null;
}

/** What was paid, with its tax. Cents. */
export interface Taxed {
  chargedCents: bigint;
  taxCents: bigint;
}

/**
 * The tax in so many cents of a payment: what is left when its price has its share, rounded half away from zero. Papers and the journal reckon alike, so that
 * the tax on a month's credit notes is what the journal took back.
 */
export function taxIn({ chargedCents, taxCents }: Taxed, cents: bigint): bigint {
  return cents - roundedShare(chargedCents - taxCents, cents, chargedCents);
}

/**
 * The tax in each part that was paid back of a payment, in the order of their rows: reckoned on what stands as paid back when it comes, so that all of the
 * payment has all of its tax, whatever failed before, and so that nothing later changes a part. Cents.
 */
export function taxOfParts(
  { chargedCents, taxCents }: { chargedCents: number; taxCents: number },
  parts: readonly PaidBack[],
): number[] {
  const payment = { chargedCents: BigInt(chargedCents), taxCents: BigInt(taxCents) };
  const taxed: { part: PaidBack; tax: number }[] = [];
  for (const part of parts) {
    const standing = taxed.filter(
      ({ part: { returnedSeq } }) => returnedSeq === null || (part.seq !== null && returnedSeq > part.seq),
    );
    const total = standing.reduce((sum, before) => sum + before.part.cents, part.cents);
    const due = Number(taxIn(payment, BigInt(total))) - standing.reduce((sum, before) => sum + before.tax, 0);
    // What failed between two that did not may leave a cent too much in the first.
    taxed.push({ part, tax: Math.max(0, due) });
  }
  return taxed.map(({ tax }) => tax);
}
