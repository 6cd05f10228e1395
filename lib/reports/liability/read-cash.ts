import { readAcrossAccounts } from "@/lib/db/transaction";
import { nano } from "@/lib/values/money";
import { centsOfCredits, type PicoUsd } from "@/lib/values/usd";
import type { PriceDifferences } from "./rules/journal";
import { endOfMonth } from "./rules/months";
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

/**
 * By how many cents what was paid for credit in a month, before tax, differs from what that credit is worth: volume prices and contracts make it less.
 * Refunds and disputes go back at the price that was paid for their credit.
 */
export async function readPriceDifferences(month: Month, creditValue: PicoUsd): Promise<PriceDifferences> {
  const rows = await readAcrossAccounts((sql) =>
    sql.query<PaymentRow>(PAYMENTS, [new Date(`${month}-01T00:00:00.000Z`), endOfMonth(month)]),
  );
  const sums = { sold: 0n, refunded: 0n, disputed: 0n };
  for (const { credits, net_cents: net, ...row } of rows) {
    const difference = (amount: bigint) =>
      roundedShare(net, amount, credits) - centsOfCredits(nano(amount), creditValue);
    if (row.is_new) sums.sold += difference(credits);
    sums.refunded += difference(BigInt(row.refunded)) - difference(BigInt(row.refunded_before));
    sums.disputed += difference(BigInt(row.disputed)) - difference(BigInt(row.disputed_before));
  }
  return sums;
}

const sumOf = (type: "refund" | "dispute", before: string) =>
  `coalesce(sum(b.amount) FILTER (WHERE b.type = '${type}' AND b.created_at < ${before}), 0)::text`;

// What went back refers to what the payment's row refers to.
const PAYMENTS = `
SELECT p.credits, p.net_cents, t.created_at >= $1 AS is_new, 
  ${sumOf("refund", "$2")} AS refunded, ${sumOf("refund", "$1")} AS refunded_before,
  ${sumOf("dispute", "$2")} AS disputed, ${sumOf("dispute", "$1")} AS disputed_before
FROM payments p
JOIN transactions t ON t.account_id = p.account_id AND t.unit = 'credit' AND t.seq = p.seq AND t.created_at < $2
LEFT JOIN transactions b ON b.account_id = p.account_id AND b.unit = 'credit' AND b.type IN ('refund', 'dispute')
  AND b.ref_type = t.ref_type AND b.ref_id = t.ref_id AND b.source <> 'api'
GROUP BY p.account_id, p.id, t.created_at
HAVING t.created_at >= $1 OR count(b.seq) FILTER (WHERE b.created_at >= $1) > 0`;
