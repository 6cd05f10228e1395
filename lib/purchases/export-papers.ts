import { listTransactions } from "@/lib/ledger/list";
import type { Context } from "@/lib/values/context";
import { csvOf, lineOf } from "@/lib/values/csv-cell";
import type { Unit } from "@/lib/values/ids";
import { streamOf } from "@/lib/values/stream-of";
import { listCreditNotes, RECEIPTED, receiptsOf } from "./list-papers";

const RECEIPT_FIELDS = [
  "created_at",
  "type",
  "number",
  "description",
  "paid_usd",
  "tax_usd",
  "net_usd",
  "paid_back_usd",
  "disputed_usd",
  "amount",
  "transaction_id",
] as const;

const CREDIT_NOTE_FIELDS = [
  "created_at",
  "number",
  "receipt",
  "paid_back_usd",
  "tax_usd",
  "net_usd",
  "credits",
  "is_canceled",
  "transaction_id",
] as const;

/** Rows of the ledger that are read at a time. */
const SLICE = 500;

/** What added to a wallet as CSV, newest first, as the list of receipts shows it, to its end: what was not paid for has no number and no dollars. */
export function exportReceipts(ctx: Context, unit: Unit): ReadableStream<Uint8Array> {
  return streamOf(csv(ctx, unit));
}

async function* csv(ctx: Context, unit: Unit): AsyncGenerator<string, void> {
  yield `${RECEIPT_FIELDS.join(",")}\n`;
  let before: string | undefined;
  do {
    const { rows, next } = await listTransactions(ctx, { unit, types: RECEIPTED }, { before, limit: SLICE });
    const receipts = await receiptsOf(
      ctx,
      rows.map(({ id }) => id),
    );
    const lines = rows.map((row) => {
      const { number, ...money } = receipts.get(row.id) ?? {};
      const line = { ...row, ...inUsd(money), number, transaction_id: row.id };
      return lineOf(RECEIPT_FIELDS, line);
    });
    if (lines.length > 0) yield lines.join("");
    before = next ?? undefined;
  } while (before !== undefined);
}

/** The account's credit notes as CSV, newest first, as their list shows them, to its end. */
export async function exportCreditNotes(ctx: Context): Promise<string> {
  const notes = await listCreditNotes(ctx);
  return csvOf(
    CREDIT_NOTE_FIELDS,
    notes.map((note) => ({ ...note, ...inUsd(note) })),
  );
}

interface Money {
  paid?: string;
  paid_back?: string;
  disputed?: string;
  tax?: string | null;
  net?: string;
}

/** Files name what money is in. */
function inUsd({ paid, paid_back, disputed, tax, net }: Money) {
  return { paid_usd: paid, paid_back_usd: paid_back, disputed_usd: disputed, tax_usd: tax, net_usd: net };
}
