import { accountIdsInTurn } from "@/lib/accounts/accounts-in-turn";
import type { Sql } from "@/lib/db/sql";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { taxIn } from "@/lib/purchases/rules/paper";
import { roundedShare } from "@/lib/values/share";
import type { Cash, Paid, PaidWay } from "./rules/journal";
import { daysOf, MONEY, rowsOfMonth } from "./rows-of-month";
import { endOfMonth } from "./rules/months";
import type { Month } from "./rules/pools";

interface PaymentRow {
  credits: bigint;
  net_cents: bigint;
  charged_cents: bigint;
  is_new: boolean;
  is_outside: boolean;
  refunded: string;
  refunded_before: string;
  disputed: string;
  disputed_before: string;
}

/** While it is being summed. */
type Summed = Record<PaidWay, Paid> & { outside: bigint };

/** What was paid for credit in a month, and what was paid back in proportion to what was paid for it. */
export function readCash(month: Month): Promise<Cash> {
  return readAcrossAccounts(async (sql) => {
    const cash = noCash();
    for await (const accounts of accountIdsInTurn(sql)) await addCashOf(sql, accounts, month, cash);
    return cash;
  });
}

/** Nothing was paid. */
export function noCash(): Summed {
  return {
    sold: { net: 0n, tax: 0n },
    refunded: { net: 0n, tax: 0n },
    disputed: { net: 0n, tax: 0n },
    outside: 0n,
  };
}

/** Adds what some accounts paid and were paid back. */
export async function addCashOf(
  sql: Sql,
  accounts: readonly string[],
  month: Month,
  cash: Summed,
): Promise<void> {
  const moments = [new Date(`${month}-01T00:00:00.000Z`), endOfMonth(month)];
  const rows = await sql.query<PaymentRow>(PAYMENTS, [accounts, ...daysOf(month), ...moments]);
  const add = (way: PaidWay, tax: bigint, gross: bigint) => {
    cash[way].net += gross - tax;
    cash[way].tax += tax;
  };
  for (const { credits, net_cents: net, charged_cents: charged, ...row } of rows) {
    const payment = { chargedCents: charged, taxCents: charged - net };
    const addBack = (way: PaidWay, until: string, before: string) => {
      const grossAt = (back: string) => roundedShare(charged, BigInt(back), credits);
      const [now, then] = [grossAt(until), grossAt(before)];
      add(way, taxIn(payment, now) - taxIn(payment, then), now - then);
    };
    if (row.is_new) add("sold", charged - net, charged);
    if (row.is_new && row.is_outside) cash.outside += charged;
    addBack("refunded", row.refunded, row.refunded_before);
    addBack("disputed", row.disputed, row.disputed_before);
  }
}

const sumOf = (type: "refund" | "dispute", before: string) =>
  `coalesce(sum(b.amount) FILTER (WHERE b.type = '${type}' AND b.created_at < ${before}), 0)::text`;

// What went back refers to what the payment's row refers to. An invoice that was paid outside of Stripe is its own payment.
const PAYMENTS = `
WITH moved AS (
  SELECT t.account_id, t.seq, t.ref_type, t.ref_id FROM ${rowsOfMonth(MONEY)}
    AND t.ref_type IN ('payment_intent', 'invoice') AND t.source <> 'api'
), touched AS (
  SELECT DISTINCT p.account_id, p.id FROM moved m
  JOIN payments p ON p.account_id = m.account_id AND (p.seq = m.seq OR m.ref_id IN (p.id, p.invoice_id))
)
SELECT p.credits, p.net_cents, p.charged_cents, t.created_at >= $4 AS is_new, p.id IS NOT DISTINCT FROM p.invoice_id AS is_outside,
  ${sumOf("refund", "$5")} AS refunded, ${sumOf("refund", "$4")} AS refunded_before,
  ${sumOf("dispute", "$5")} AS disputed, ${sumOf("dispute", "$4")} AS disputed_before
FROM touched
JOIN payments p USING (account_id, id)
JOIN transactions t ON t.account_id = p.account_id AND t.unit = 'credit' AND t.seq = p.seq AND t.created_at < $5
LEFT JOIN transactions b ON b.account_id = p.account_id AND b.unit = 'credit' AND b.type IN ('refund', 'dispute')
  AND b.ref_type = t.ref_type AND b.ref_id = t.ref_id AND b.source <> 'api'
GROUP BY p.account_id, p.id, t.created_at`;
