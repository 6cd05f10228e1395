import { accountsInTurn } from "@/lib/accounts/accounts-in-turn";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { readRefundTaxes } from "@/lib/purchases/refund-taxes";
import { receiptNumber } from "@/lib/purchases/rules/receipt-number";
import { SOLD_TYPES } from "@/lib/purchases/rules/sold-types";
import { transactionId } from "@/lib/values/ids";
import { daysOf, rowsOfMonth } from "../liability/rows-of-month";
import type { Month } from "../liability/rules/pools";
import { type PaperName, PAPERS, type RegisterLine } from "./rules/papers";

interface Found {
  paper: PaperName;
  account_id: string;
  seq: bigint;
  created_at: Date;
  number: bigint;
  receipt: bigint;
  refund_id: string | null;
  payment_id: string;
  charged_cents: bigint;
  net_cents: bigint;
  amount_cents: bigint;
}

/**
 * All receipts and credit notes that were written in a month, over all accounts, in the order of their numbers; and the credit notes that were cancelled in
 * it. What of it was paid, and paid back, is what the month's journal has of payments and their refunds.
 */
export function readRegister(month: Month): Promise<RegisterLine[]> {
  return readAcrossAccounts(async (sql) => {
    const lines: (RegisterLine & { no: bigint })[] = [];
    for await (const accounts of accountsInTurn(sql)) {
      const names = new Map(accounts.map(({ id, name }) => [id, name]));
      const ids = [...names.keys()];
      const found = await sql.query<Found>(WRITTEN, [ids, ...daysOf(month)]);
      const taxes = await readRefundTaxes(sql, ids, found);
      for (const row of found) {
        const tax = row.refund_id === null ? row.charged_cents - row.net_cents : taxes.get(row.refund_id);
        lines.push(lineOf(row, names.get(row.account_id) ?? "", tax ?? 0n));
      }
    }
    const order = ({ paper }: RegisterLine) => PAPERS.indexOf(paper);
    return lines
      .toSorted((one, other) => order(one) - order(other) || Number(one.no - other.no))
      .map(({ no: _no, ...line }) => line);
  });
}

function lineOf(row: Found, account: string, tax: bigint): RegisterLine & { no: bigint } {
  const { paper, account_id: accountId, seq, created_at: at, number: no, amount_cents: cents } = row;
  const sign = paper === "credit_note" ? -1n : 1n;
  const isReceipt = paper === "receipt";
  return {
    ...{ paper, no, at, accountId, account },
    number: receiptNumber(isReceipt ? "receipt" : "credit_note", no),
    receipt: isReceipt ? null : receiptNumber("receipt", row.receipt),
    gross: sign * cents,
    tax: sign * tax,
    net: sign * (cents - tax),
    transactionId: transactionId({ accountId, unit: "credit", seq }),
  };
}

const WRITTEN = `
WITH moved AS (
  SELECT t.account_id, t.seq, t.created_at FROM ${rowsOfMonth([...SOLD_TYPES, "refund"])}
    AND t.ref_type IN ('payment_intent', 'invoice') AND t.source <> 'api'
)
SELECT 'receipt' AS paper, m.account_id, m.seq, m.created_at, n.number, n.number AS receipt, NULL AS refund_id, p.id AS payment_id,
  p.charged_cents, p.net_cents, p.charged_cents AS amount_cents
FROM moved m
JOIN payments p ON p.account_id = m.account_id AND p.seq = m.seq
JOIN receipt_numbers n ON n.account_id = m.account_id AND n.seq = m.seq
UNION ALL
SELECT CASE WHEN r.seq = m.seq THEN 'credit_note' ELSE 'cancellation' END, m.account_id, m.seq, m.created_at, n.number, o.number, r.id, p.id,
  p.charged_cents, p.net_cents, r.amount_cents
FROM moved m
JOIN refunds r ON r.account_id = m.account_id AND m.seq IN (r.seq, r.returned_seq)
JOIN payments p ON p.account_id = r.account_id AND p.id = r.payment_id
JOIN receipt_numbers n ON n.account_id = r.account_id AND n.seq = r.seq
JOIN receipt_numbers o ON o.account_id = p.account_id AND o.seq = p.seq`;
