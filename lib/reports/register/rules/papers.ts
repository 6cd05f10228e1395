export const PAPERS = ["receipt", "credit_note", "cancellation"] as const;
/** What was written: of money that came, of money that was paid back, or of money that could not be paid back after all. */
export type PaperName = (typeof PAPERS)[number];

/** One paper of the register. Cents, those of credit notes below zero; net and tax are the gross. */
export interface RegisterLine {
  paper: PaperName;
  /** "R-000042"; that of the credit note where it was cancelled. */
  number: string;
  /** The receipt that a credit note is of. */
  receipt: string | null;
  at: Date;
  accountId: string;
  account: string;
  gross: bigint;
  tax: bigint;
  net: bigint;
  transactionId: string;
}
