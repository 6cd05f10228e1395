import { readInAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { parseTransactionId, transactionId } from "@/lib/values/ids";
import { type PaymentView, readPayment } from "./read-payment";
import { type PaperKind, taxOfParts } from "./rules/paper";
import { receiptNumber, type ReceiptSeries } from "./rules/receipt-number";

/** A refund as its credit note says it. Cents are whole. */
export interface PaperRefund {
  id: string;
  /** "CN-000001"; null for one that withdrew no credit. */
  number: string | null;
  transactionId: string | null;
  /** The row that gave its credit back, where the refund failed. */
  returnedTransactionId: string | null;
  amountCents: number;
  taxCents: number;
  credits: string;
  status: string;
  reason: string;
  refundedAt: string;
}

/** What a row of the ledger is on paper, with the payment that it belongs to. */
export interface Paper {
  kind: PaperKind;
  /** Of a receipt or a credit note. */
  number: string | null;
  payment: (PaymentView & { number: string | null }) | null;
  /** All refunds of the payment, in the order of their credit notes. */
  refunds: PaperRefund[];
  /** The one that the row is about. */
  refund: PaperRefund | null;
}

interface Numbered {
  what: "payment" | "refund" | "dispute";
  id: string;
  seq: bigint | null;
  back_seq: bigint | null;
  reason: string;
  number: bigint | null;
}

/** Which paper a row is, and what stands on it. @throws Refusal `not_found` for a row that is not the account's */
export async function readPaper(ctx: Context, transaction: string): Promise<Paper> {
  const { accountId } = ctx;
  const payment = await readPayment(ctx, transaction);
  const seq = parseTransactionId(transaction)?.seq;
  if (!payment) return { kind: "transaction", number: null, payment: null, refunds: [], refund: null };
  const rows = await readInAccount(accountId, (sql) =>
    sql.query<Numbered>(NUMBERED, [accountId, payment.id]),
  );
  const refunds = refundsOf(accountId, payment, rows);
  const row = rows.find((one) => one.seq === seq || one.back_seq === seq);
  const kind = kindOf(row, seq);
  return {
    kind,
    number: kind === "receipt" || kind === "credit_note" ? numberOf(row) : null,
    payment: { ...payment, number: numberOf(rows.find(({ what }) => what === "payment")) },
    refunds,
    refund: refunds.find(({ id }) => row?.what === "refund" && row.id === id) ?? null,
  };
}

function kindOf(row: Numbered | undefined, seq: bigint | undefined): PaperKind {
  if (!row) return "transaction";
  const isBack = row.seq !== seq;
  if (row.what === "payment") return "receipt";
  if (row.what === "refund") return isBack ? "credit_note_canceled" : "credit_note";
  return isBack ? "dispute_won" : "dispute";
}

function refundsOf(accountId: string, payment: PaymentView, rows: readonly Numbered[]): PaperRefund[] {
  const found = rows.flatMap((row) => {
    const refund = row.what === "refund" ? payment.refunds.find(({ id }) => id === row.id) : undefined;
    return refund ? [{ row, refund }] : [];
  });
  const taxes = taxOfParts(
    { chargedCents: payment.charged_cents, taxCents: payment.tax_cents },
    found.map(({ row, refund }) => ({
      cents: refund.amount_cents,
      seq: row.seq,
      returnedSeq: row.back_seq,
    })),
  );
  return found.map(({ row, refund }, index) => ({
    id: row.id,
    number: numberOf(row),
    transactionId: idOf(accountId, row.seq),
    returnedTransactionId: idOf(accountId, row.back_seq),
    amountCents: refund.amount_cents,
    taxCents: taxes[index] ?? 0,
    credits: refund.credits,
    status: refund.status,
    reason: row.reason,
    refundedAt: refund.refunded_at,
  }));
}

function idOf(accountId: string, seq: bigint | null): string | null {
  return seq === null ? null : transactionId({ accountId, unit: "credit", seq });
}

const SERIES: Readonly<Partial<Record<Numbered["what"], ReceiptSeries>>> = {
  payment: "receipt",
  refund: "credit_note",
};

function numberOf(row: Numbered | undefined): string | null {
  const series = row && SERIES[row.what];
  return series && row.number !== null ? receiptNumber(series, row.number) : null;
}

const NUMBERED = `
SELECT m.what, m.id, m.seq, m.back_seq, m.reason, n.number FROM (
  SELECT 'payment' AS what, id, seq, NULL::bigint AS back_seq, '' AS reason FROM payments WHERE account_id = $1::uuid AND id = $2
  UNION ALL SELECT 'refund', id, seq, returned_seq, reason FROM refunds WHERE account_id = $1::uuid AND payment_id = $2
  UNION ALL SELECT 'dispute', id, withdrawn_seq, reinstated_seq, reason FROM disputes WHERE account_id = $1::uuid AND payment_id = $2
) m LEFT JOIN receipt_numbers n ON n.account_id = $1::uuid AND n.seq = m.seq
ORDER BY m.seq NULLS LAST, m.id`;
