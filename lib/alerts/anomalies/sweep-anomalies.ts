import { readAcrossAccounts } from "@/lib/db/transaction";
import { findAnomalies } from "./find-anomalies";

// Accounts to which something was posted since theirs were looked at. A minute of overlap covers postings that had begun but not ended then,
// and clocks that differ.
const DUE = `
SELECT w.account_id::text AS account_id FROM wallets w
LEFT JOIN alert_states s ON s.account_id = w.account_id AND s.unit = w.unit
WHERE w.unit = 'credit' AND w.seq > 1 AND w.last_posted_at > $1::timestamptz - interval '2 days'
  AND (s.days_seen_at IS NULL OR w.last_posted_at >= s.days_seen_at - interval '1 minute')`;

/** Looks at the days of every account that has spent, every few minutes. A sweep and no task of each posting: those come by the thousand a second. */
export async function sweepAnomalies(now = new Date()): Promise<void> {
  const due = await readAcrossAccounts((sql) => sql.query<{ account_id: string }>(DUE, [now]));
  const faults: unknown[] = [];
  for (const { account_id: accountId } of due)
    await findAnomalies(accountId, now).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}
