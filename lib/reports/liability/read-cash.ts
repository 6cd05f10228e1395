import type { Sql } from "@/lib/db/sql";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { accountsInTurn } from "@/lib/metering/margins";
import type { Cash } from "./rules/journal";
import { endOfMonth, monthAfter } from "./rules/months";
import type { Month } from "./rules/pools";
import { roundedShare } from "./rules/share";

interface PaymentRow {
  credits: bigint;
  net_cents: bigint;
  is_new: boolean;
  refunded: string;
  refunded_before: string;
  disputed: string;
  disputed_before: string;
}

/** In cents before tax, what was paid for credit in a month, and what was paid back at the price that was paid for it. */
export function readCash(month: Month): Promise<Cash> {
  return readAcrossAccounts(async (sql) => {
    const cash = { sold: 0n, refunded: 0n, disputed: 0n };
    for await (const accounts of accountsInTurn(sql)) {
      const { sold, refunded, disputed } = await readCashOf(sql, accounts, month);
      cash.sold += sold;
      cash.refunded += refunded;
      cash.disputed += disputed;
    }
    return cash;
  });
}

/** The same, of some accounts. */
export async function readCashOf(sql: Sql, accounts: readonly string[], month: Month): Promise<Cash> {
  const days = [`${month}-01`, `${monthAfter(month)}-01`];
  const moments = [new Date(`${month}-01T00:00:00.000Z`), endOfMonth(month)];
  const rows = await sql.query<PaymentRow>(PAYMENTS, [accounts, ...days, ...moments]);
  const cash = { sold: 0n, refunded: 0n, disputed: 0n };
  for (const { credits, net_cents: net, ...row } of rows) {
    const paid = (amount: string) => roundedShare(net, BigInt(amount), credits);
    if (row.is_new) cash.sold += net;
    cash.refunded += paid(row.refunded) - paid(row.refunded_before);
    cash.disputed += paid(row.disputed) - paid(row.disputed_before);
  }
  return cash;
}

const sumOf = (type: "refund" | "dispute", before: string) =>
  `coalesce(sum(b.amount) FILTER (WHERE b.type = '${type}' AND b.created_at < ${before}), 0)::text`;

// The rollup by day names the few rows that can have moved money. What went back refers to what the payment's row refers to.
const PAYMENTS = `
WITH moved AS (
  SELECT t.account_id, t.seq, t.ref_type, t.ref_id
  FROM wallet_days d
  JOIN transactions t ON t.account_id = d.account_id AND t.unit = d.unit AND t.seq BETWEEN d.first_seq AND d.last_seq AND t.type = d.type AND t.type <> 'spend'
  WHERE d.account_id = ANY ($1::uuid[]) AND d.unit = 'credit' AND d.day >= $2::date AND d.day < $3::date
    AND d.type IN ('topup', 'auto_recharge', 'contract_grant', 'dispute', 'refund') AND t.ref_type IN ('payment_intent', 'invoice') AND t.source <> 'api'
), touched AS (
  SELECT DISTINCT p.account_id, p.id FROM moved m
  JOIN payments p ON p.account_id = m.account_id AND (p.seq = m.seq OR m.ref_id IN (p.id, p.invoice_id))
)
SELECT p.credits, p.net_cents, t.created_at >= $4 AS is_new,
  ${sumOf("refund", "$5")} AS refunded, ${sumOf("refund", "$4")} AS refunded_before,
  ${sumOf("dispute", "$5")} AS disputed, ${sumOf("dispute", "$4")} AS disputed_before
FROM touched
JOIN payments p USING (account_id, id)
JOIN transactions t ON t.account_id = p.account_id AND t.unit = 'credit' AND t.seq = p.seq AND t.created_at < $5
LEFT JOIN transactions b ON b.account_id = p.account_id AND b.unit = 'credit' AND b.type IN ('refund', 'dispute')
  AND b.ref_type = t.ref_type AND b.ref_id = t.ref_id AND b.source <> 'api'
GROUP BY p.account_id, p.id, t.created_at`;
