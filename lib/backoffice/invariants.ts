import { readAcrossAccounts } from "@/lib/db/transaction";
import { brokenOf, type Invariant } from "@/lib/ledger/invariants";

/** What must always hold between what operators decided and the books. */
const BACKOFFICE_INVARIANTS: readonly Invariant[] = [
  {
    name: "every adjustment was posted as it was proposed, and no other",
    broken: `SELECT a.account_id, a.id FROM adjustments a
      LEFT JOIN transactions t ON t.account_id = a.account_id AND t.unit = a.unit AND t.seq = a.posted_seq
      WHERE a.status = 'posted' AND (t.amount IS DISTINCT FROM a.amount OR t.ref_type <> a.kind::text OR t.ref_id <> a.id::text)
      UNION ALL
      SELECT t.account_id, a.id FROM transactions t
      LEFT JOIN adjustments a ON a.account_id = t.account_id AND a.unit = t.unit AND a.posted_seq = t.seq
      WHERE t.source = 'admin_correction' AND t.ref_type IN ('correction', 'grant') AND a.id IS NULL`,
  },
  {
    name: "what a re-rate posted is the sum of its calls' differences, as they were previewed",
    broken: `SELECT s.account_id, s.re_rate_id FROM re_rate_accounts s
      LEFT JOIN LATERAL (SELECT coalesce(sum(e.old_charge - e.new_charge), 0) AS amount, count(*) AS calls, coalesce(bool_and(e.is_posted), true) AS posted
        FROM re_rate_events e WHERE e.account_id = s.account_id AND e.re_rate_id = s.re_rate_id AND e.unit = s.unit) e ON true
      LEFT JOIN transactions t ON t.account_id = s.account_id AND t.unit = s.unit AND t.seq = s.posted_seq
      JOIN re_rates r ON r.id = s.re_rate_id AND r.status <> 'previewing'
      WHERE e.amount <> s.old_charge - s.new_charge OR e.calls <> s.changed
        OR (s.posted_seq IS NOT NULL AND (t.amount IS DISTINCT FROM e.amount OR NOT e.posted OR t.ref_type <> 're_rate'))
        OR (s.settled_at IS NOT NULL AND r.status <> 'approved')`,
  },
  {
    name: "what re-rates changed is in the reports of usage, on the day of its row",
    broken: `SELECT account_id, re_rate_id, unit FROM (
        SELECT s.account_id, s.re_rate_id, s.unit, s.changed AS calls, (s.new_charge - s.old_charge)::numeric AS charge,
          (coalesce(t.created_at, s.settled_at) AT TIME ZONE 'UTC')::date AS posted_on
        FROM re_rate_accounts s LEFT JOIN transactions t ON t.account_id = s.account_id AND t.unit = s.unit AND t.seq = s.posted_seq
        WHERE s.settled_at IS NOT NULL AND s.refused = '' AND s.changed > 0
      ) s FULL JOIN (
        SELECT account_id, re_rate_id, unit, posted_on, sum(calls)::bigint AS calls, sum(charge) AS charge FROM re_rate_days GROUP BY 1, 2, 3, 4
      ) d USING (account_id, re_rate_id, unit, posted_on)
      WHERE (s.calls, s.charge) IS DISTINCT FROM (d.calls, d.charge)`,
  },
  {
    name: "every row of a re-rate has its share",
    broken: `SELECT t.account_id, t.seq FROM transactions t
      LEFT JOIN re_rate_accounts s ON s.account_id = t.account_id AND s.unit = t.unit AND s.posted_seq = t.seq
      WHERE t.ref_type = 're_rate' AND t.source = 'admin_correction' AND s.re_rate_id IS NULL`,
  },
];

/** What is broken between what operators decided and the books, in words; empty when they agree. */
export function brokenBackOffice(): Promise<string[]> {
  return readAcrossAccounts((sql) => brokenOf(sql, BACKOFFICE_INVARIANTS));
}
