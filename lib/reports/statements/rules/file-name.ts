import type { PaperKind } from "@/lib/purchases/rules/paper";

const NAMES: Readonly<Record<PaperKind, string>> = {
  receipt: "receipt",
  credit_note: "credit-note",
  credit_note_canceled: "credit-note-canceled",
  dispute: "dispute",
  dispute_won: "dispute-won",
  transaction: "receipt",
};

/** What the signed file of a row is called: by what it is on paper, and by the row's id. */
export function paperFileName(kind: PaperKind, id: string): string {
  return `${NAMES[kind]}-${id}.jsonl`;
}
