import { readAcrossAccounts } from "@/lib/db/transaction";
import { brokenOf, type Invariant } from "@/lib/ledger/invariants";

/** What must always hold between what Stripe moved and what the ledger says, as far as the database can tell. */
const PAYMENT_INVARIANTS: readonly Invariant[] = [
  {
    name: "every payment has its row in the ledger, with its credit",
    broken: `SELECT p.account_id, p.id FROM payments p
      LEFT JOIN transactions t ON t.account_id = p.account_id AND t.unit = 'credit' AND t.seq = p.seq
      WHERE t.seq IS NULL OR t.amount <> p.credits
        OR t.type::text <> CASE p.kind WHEN 'contract' THEN 'contract_grant' ELSE p.kind::text END`,
  },
  {
    name: "every row of a payment has its payment",
    broken: `SELECT t.account_id, t.seq FROM transactions t
      LEFT JOIN payments p ON p.account_id = t.account_id AND p.seq = t.seq
      WHERE t.unit = 'credit' AND t.type IN ('topup', 'auto_recharge', 'contract_grant')
        AND t.ref_type IN ('payment_intent', 'invoice') AND t.source IN ('stripe_webhook', 'worker') AND p.id IS NULL`,
  },
  {
    name: "every refund withdrew its credit, and gave it back if it failed",
    broken: `SELECT r.account_id, r.id FROM refunds r
      LEFT JOIN transactions t ON t.account_id = r.account_id AND t.unit = 'credit' AND t.seq = r.seq
      LEFT JOIN transactions b ON b.account_id = r.account_id AND b.unit = 'credit' AND b.seq = r.returned_seq
      WHERE coalesce(-t.amount, 0) <> r.credits
        OR coalesce(b.amount, 0) <> CASE WHEN r.status IN ('failed', 'canceled') THEN r.credits ELSE 0 END`,
  },
  {
    name: "every dispute withdrew its credit, and gave back no other",
    broken: `SELECT d.account_id, d.id FROM disputes d
      LEFT JOIN transactions t ON t.account_id = d.account_id AND t.unit = 'credit' AND t.seq = d.withdrawn_seq
      LEFT JOIN transactions b ON b.account_id = d.account_id AND b.unit = 'credit' AND b.seq = d.reinstated_seq
      WHERE coalesce(-t.amount, 0) <> d.credits OR coalesce(b.amount, d.credits) <> d.credits`,
  },
  {
    name: "what went back of a payment is the sum of its refunds and of its disputes",
    broken: `SELECT p.account_id, p.id FROM payments p
      LEFT JOIN LATERAL (SELECT coalesce(sum(credits), 0) AS credits, coalesce(sum(amount_cents), 0) AS cents FROM refunds r
        WHERE r.account_id = p.account_id AND r.payment_id = p.id AND r.status NOT IN ('failed', 'canceled')) r ON true
      LEFT JOIN LATERAL (SELECT coalesce(sum(credits), 0) AS credits, coalesce(sum(amount_cents), 0) AS cents FROM disputes d
        WHERE d.account_id = p.account_id AND d.payment_id = p.id AND d.withdrawn_seq IS NOT NULL AND d.reinstated_seq IS NULL) d ON true
      WHERE (p.refunded_credits, p.refunded_cents, p.disputed_credits, p.disputed_cents) IS DISTINCT FROM (r.credits, r.cents, d.credits, d.cents)`,
  },
  {
    name: "every payment has a receipt's number, every refund that of a credit note, and nothing else has one",
    broken: `SELECT coalesce(m.account_id, n.account_id), coalesce(m.seq, n.seq) FROM (
        SELECT account_id, seq, 'receipt' AS series FROM payments
        UNION ALL SELECT account_id, seq, 'credit_note' FROM refunds WHERE seq IS NOT NULL
      ) m FULL JOIN receipt_numbers n ON n.account_id = m.account_id AND n.seq = m.seq AND n.series::text = m.series
      WHERE m.seq IS NULL OR n.seq IS NULL`,
  },
  {
    name: "the numbers of each series go from 1 to its last one, each once",
    broken: `SELECT c.series, c.last_number FROM receipt_counters c
      LEFT JOIN LATERAL (SELECT count(*) AS rows, count(DISTINCT number) AS numbers, coalesce(max(number), 0) AS last FROM receipt_numbers n
        WHERE n.series = c.series) n ON true
      WHERE n.rows <> c.last_number OR n.numbers <> c.last_number OR n.last <> c.last_number`,
  },
  {
    name: "what is said to be paid has its payment, and what has a payment is said to be paid",
    broken: `SELECT u.account_id, u.id FROM purchases u
        LEFT JOIN payments p ON p.account_id = u.account_id AND p.purchase_id = u.id
        WHERE (u.status = 'paid') <> (p.id IS NOT NULL)
      UNION ALL SELECT a.account_id, a.id FROM recharge_attempts a
        LEFT JOIN payments p ON p.account_id = a.account_id AND p.attempt_id = a.id
        WHERE (a.status = 'succeeded') <> (p.id IS NOT NULL)
      UNION ALL SELECT c.account_id, c.contract_id FROM contract_invoices c
        LEFT JOIN payments p ON p.account_id = c.account_id AND p.id = c.payment_id
        WHERE (c.status = 'paid') <> (p.id IS NOT NULL)`,
  },
];

/** What is broken between payments and ledger, in words; empty when they agree. */
export function brokenPayments(): Promise<string[]> {
  return readAcrossAccounts((sql) => brokenOf(sql, PAYMENT_INVARIANTS));
}
