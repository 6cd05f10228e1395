import { readInAccount } from "@/lib/db/transaction";
import { rowEnd } from "@/lib/ledger/read-as-of";
import { transactionOf } from "@/lib/ledger/records";
import { formatAmount } from "@/lib/ledger/row";
import { sealedText } from "@/lib/ledger/rules/hash";
import { TRANSACTION_COLUMNS, type TransactionRecord } from "@/lib/ledger/statements/transactions";
import { type PaymentView, readPayment } from "@/lib/purchases/read-payment";
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

/** A row of the ledger with the payment behind it, to be signed. @throws Refusal `not_found`, for another account's row too */
export async function readReceipt(ctx: Context, id: string, now = new Date()): Promise<Receipt> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const key = parseTransactionId(id);
  if (key?.accountId !== accountId) throw notFound("transaction");
  const { unit, seq } = key;
  const payment = await readPayment(ctx, id);
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
      format: "ecu-receipt-1",
      ...named,
      unit,
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
      payment: payment && paymentOf(payment),
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

function paymentOf(payment: PaymentView): ReceiptDocument["payment"] {
  const cents = (amount: number) => usdOfCents(BigInt(amount));
  return {
    id: payment.id,
    kind: payment.kind,
    paid_at: payment.paid_at,
    currency: payment.currency.toUpperCase(),
    charged: cents(payment.charged_cents),
    tax: cents(payment.tax_cents),
    net: cents(payment.net_cents),
    refunded: cents(payment.refunded_cents),
  };
}
