import type { Context } from "@/lib/values/context";
import { lineOf } from "@/lib/values/csv-cell";
import { streamOf } from "@/lib/values/stream-of";
import { listPayments, type PaymentRow } from "./list-payments";
import type { PaymentsView } from "./rules/payment-views";

const FIELDS = [
  "at",
  "id",
  "kind",
  "state",
  "credits",
  "charged",
  "refunded",
  "disputed",
  "currency",
  "decline_code",
  "transaction_id",
  "receipt_url",
  "invoice_url",
  "receipt_number",
  "tax",
  "is_outside",
] as const satisfies readonly (keyof PaymentRow)[];

/** Payments that are read at a time. */
const SLICE = 500;

/** The account's payments under a view as CSV, newest first: those that the list shows, to its end. */
export function exportPayments(ctx: Context, view: PaymentsView): ReadableStream<Uint8Array> {
  return streamOf(csv(ctx, view));
}

async function* csv(ctx: Context, view: PaymentsView): AsyncGenerator<string, void> {
  yield `${FIELDS.join(",")}\n`;
  let before: string | undefined;
  do {
    const { rows, next } = await listPayments(ctx, { view, before, limit: SLICE });
    if (rows.length > 0) yield rows.map((row) => lineOf(FIELDS, row)).join("");
    before = next ?? undefined;
  } while (before !== undefined);
}
