import type { ReceiptDocument } from "@/lib/reports/statements/schema";

type Kind = ReceiptDocument["paper"]["kind"];

const TITLES: Readonly<Record<Kind, string>> = {
  receipt: "Receipt",
  credit_note: "Credit note",
  credit_note_canceled: "Cancelled credit note",
  dispute: "Disputed payment",
  dispute_won: "Dispute won",
  transaction: "Receipt of a transaction",
};

/** What a paper is called at its head. */
export function paperTitle(kind: Kind): string {
  return TITLES[kind];
}

const REFUND_STATES: Readonly<Record<string, string>> = {
  pending: "On its way; a bank takes up to ten days",
  requires_action: "Waits for the payer’s bank details",
  succeeded: "Paid back",
  failed: "Failed: the bank sent it back",
  canceled: "Cancelled: nothing was paid back",
};

/** How far a refund is. Of a status that nobody knows here, the status. */
export function refundState(status: string): string {
  return REFUND_STATES[status] ?? status;
}
