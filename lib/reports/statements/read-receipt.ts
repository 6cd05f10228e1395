import { readInAccount } from "@/lib/db/transaction";
import { rowEnd } from "@/lib/ledger/read-as-of";
import { transactionOf } from "@/lib/ledger/records";
import { formatAmount } from "@/lib/ledger/row";
import { sealedText } from "@/lib/ledger/rules/hash";
import { TRANSACTION_COLUMNS, type TransactionRecord } from "@/lib/ledger/statements/transactions";
import { type Paper, type PaperRefund, readPaper } from "@/lib/purchases/read-paper";
import { usdOfCents } from "@/lib/purchases/rules/cents";
import { type Context, requirePermission } from "@/lib/values/context";
import { parseTransactionId, transactionId } from "@/lib/values/ids";
import { notFound } from "@/lib/values/refusal";
import { accountNamed } from "./account-named";
import type { ReceiptDocument } from "./schema";

export interface Receipt {
  document: ReceiptDocument;
  /** The row as the chain seals it. */
  row: string;
}

/** A row of the ledger as the paper that it is, with the payment behind it, to be signed. @throws Refusal `not_found`, for another account's row too */
export async function readReceipt(ctx: Context, id: string, now = new Date()): Promise<Receipt> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const key = parseTransactionId(id);
  if (key?.accountId !== accountId) throw notFound("transaction");
  const { unit, seq } = key;
  const paper = await readPaper(ctx, id);
  const { row, before, head } = await readInAccount(accountId, async (sql) => {
    const [record] = await sql.query<TransactionRecord>(
      `SELECT ${TRANSACTION_COLUMNS} FROM transactions t WHERE t.account_id = $1 AND t.unit = $2::wallet_unit AND t.seq = $3`,
      [accountId, unit, seq],
    );
    const [end] = await sql.query<{ seq: bigint; hash: Uint8Array }>(
      "SELECT seq, hash FROM wallets WHERE account_id = $1 AND unit = $2::wallet_unit",
      [accountId, unit],
    );
    if (!record || !end) throw notFound("transaction");
    return { row: transactionOf(record), before: await rowEnd(sql, accountId, unit, seq - 1n), head: end };
  });
  const named = await accountNamed(accountId, row.createdAt, now);
  return {
    row: sealedText(row),
    document: {
      format: "ecu-receipt-2",
      ...named,
      unit,
      paper: { kind: paper.kind, number: paper.number },
      transaction: {
        id: transactionId(row),
        created_at: row.createdAt.toISOString(),
        type: row.type,
        amount: formatAmount(row.amount, unit),
        balance_before: formatAmount(row.balanceBefore, unit),
        balance_after: formatAmount(row.balanceAfter, unit),
        description: row.description,
        ref_type: row.refType,
        ref_id: row.refId,
      },
      payment: paymentOf(paper),
      refund: paper.refund && refundOf(paper.refund),
      chain: {
        rows: "1",
        first_seq: seq.toString(),
        last_seq: seq.toString(),
        before: before.hash.toString("hex"),
        after: row.hash.toString("hex"),
        head: { seq: head.seq.toString(), hash: Buffer.from(head.hash).toString("hex") },
      },
    },
  };
}

const cents = (amount: number) => usdOfCents(BigInt(amount));
// Where nothing was added for tax, nobody says that there is none: the price may have it in it.
const taxSaid = (amount: number) => (amount === 0 ? null : cents(amount));

function paymentOf({ payment, refunds }: Paper): ReceiptDocument["payment"] {
  return (
    payment && {
      id: payment.id,
      kind: payment.kind,
      number: payment.number,
      transaction_id: payment.transaction_id,
      paid_at: payment.paid_at,
      currency: payment.currency.toUpperCase(),
      charged: cents(payment.charged_cents),
      tax: taxSaid(payment.tax_cents),
      net: cents(payment.net_cents),
      credits: payment.credits,
      refunded: cents(payment.refunded_cents),
      refunds: refunds.map(refundOf),
    }
  );
}

function refundOf(refund: PaperRefund): NonNullable<ReceiptDocument["refund"]> {
  return {
    id: refund.id,
    number: refund.number,
    transaction_id: refund.transactionId,
    returned_transaction_id: refund.returnedTransactionId,
    refunded_at: refund.refundedAt,
    amount: cents(refund.amountCents),
    tax: taxSaid(refund.taxCents),
    net: cents(refund.amountCents - refund.taxCents),
    credits: refund.credits,
    status: refund.status,
    reason: refund.reason,
  };
}
