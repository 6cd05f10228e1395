import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { parseTransactionId, transactionId } from "@/lib/values/ids";
import { formatCredits, nano, negate } from "@/lib/values/money";
import { readRefundTaxes } from "./refund-taxes";
import { usdOfCents } from "./rules/cents";
import { receiptNumber } from "./rules/receipt-number";
import { SOLD_TYPES } from "./rules/sold-types";

/** What adds credit, and so has a receipt of its own in their list. */
export const RECEIPTED = [...SOLD_TYPES, "bonus_grant", "bonus"] as const;

/** What a receipt of money says in a line. Money is in US dollars, as decimal strings. */
export interface ReceiptLine {
  number: string;
  /** All that was paid, tax included. */
  paid: string;
  /** The tax in it, null where none was added; and what is left without. */
  tax: string | null;
  net: string;
  /** What refunds have paid back of it, and what disputes have taken and not given back. */
  paid_back: string;
  disputed: string;
}

/** Those of these rows that are receipts of money, by the rows' ids. */
export async function receiptsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, ReceiptLine>> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const seqs = ids.flatMap((id) => {
    const key = parseTransactionId(id);
    return key?.accountId === accountId && key.unit === "credit" ? [key.seq] : [];
  });
  const rows = await readInAccount(accountId, (sql) =>
    sql.query<Receipted>(
      `SELECT n.seq, n.number, p.charged_cents, p.net_cents, p.refunded_cents, p.disputed_cents
       FROM receipt_numbers n JOIN payments p ON p.account_id = n.account_id AND p.seq = n.seq
       WHERE n.account_id = $1::uuid AND n.seq = ANY ($2::bigint[]) AND n.series = 'receipt'::receipt_series`,
      [accountId, seqs],
    ),
  );
  return new Map(
    rows.map(({ seq, number, ...cents }) => [
      transactionId({ accountId, unit: "credit", seq }),
      {
        number: receiptNumber("receipt", number),
        paid: usdOfCents(cents.charged_cents),
        ...taxed(cents.charged_cents, cents.charged_cents - cents.net_cents),
        paid_back: usdOfCents(cents.refunded_cents),
        disputed: usdOfCents(cents.disputed_cents),
      },
    ]),
  );
}

interface Receipted {
  seq: bigint;
  number: bigint;
  charged_cents: bigint;
  net_cents: bigint;
  refunded_cents: bigint;
  disputed_cents: bigint;
}

// Where nothing was added for tax, nobody says that there is none: the price may have it in it.
function taxed(cents: bigint, tax: bigint): { tax: string | null; net: string } {
  return { tax: tax === 0n ? null : usdOfCents(tax), net: usdOfCents(cents - tax) };
}

/** A credit note in a line. Money and credit are decimal strings, credit below zero. */
export interface CreditNoteLine {
  number: string;
  /** That of the receipt whose money was paid back. */
  receipt: string;
  transaction_id: string;
  created_at: string;
  /** Tax included; then the tax in it, null where none was added, and what is left without. */
  paid_back: string;
  tax: string | null;
  net: string;
  credits: string;
  /** Its money could not be paid back, and its credit is there again. */
  is_canceled: boolean;
}

interface Found {
  id: string;
  payment_id: string;
  charged_cents: bigint;
  net_cents: bigint;
  seq: bigint;
  number: bigint;
  receipt: bigint;
  refunded_at: Date;
  amount_cents: bigint;
  credits: bigint;
  is_canceled: boolean;
}

/** The account's credit notes, newest first; without `limit` all of them. */
export async function listCreditNotes(
  ctx: Context,
  { limit }: { limit?: number } = {},
): Promise<CreditNoteLine[]> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const { found, taxes } = await readInAccount(accountId, async (sql) => {
    const found = await sql.query<Found>(
      `SELECT r.id, r.payment_id, m.charged_cents, m.net_cents, n.seq, n.number, p.number AS receipt, r.refunded_at, r.amount_cents, r.credits,
         r.returned_seq IS NOT NULL AS is_canceled
       FROM receipt_numbers n
       JOIN refunds r ON r.account_id = n.account_id AND r.seq = n.seq
       JOIN payments m ON m.account_id = r.account_id AND m.id = r.payment_id
       JOIN receipt_numbers p ON p.account_id = m.account_id AND p.seq = m.seq
       WHERE n.account_id = $1::uuid AND n.series = 'credit_note'::receipt_series ORDER BY n.seq DESC LIMIT $2`,
      [accountId, limit ?? null],
    );
    return { found, taxes: await readRefundTaxes(sql, [accountId], found) };
  });
  return found.map(
    ({ id, seq, number, receipt, refunded_at: at, amount_cents: cents, credits, is_canceled }) => ({
      number: receiptNumber("credit_note", number),
      receipt: receiptNumber("receipt", receipt),
      transaction_id: transactionId({ accountId, unit: "credit", seq }),
      created_at: at.toISOString(),
      paid_back: usdOfCents(cents),
      ...taxed(cents, taxes.get(id) ?? 0n),
      credits: formatCredits(negate(nano(credits))),
      is_canceled,
    }),
  );
}
