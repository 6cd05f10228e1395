import { readAcrossAccounts } from "@/lib/db/transaction";
import { evaluateBudgets } from "./evaluate-budgets";

// Accounts with live budgets to which something was posted, or a budget made or changed, since theirs were looked at. A minute of overlap covers
// postings that had begun but not ended then, and clocks that differ.
const DUE = `
SELECT DISTINCT b.account_id::text AS account_id FROM budgets b
JOIN wallets w ON w.account_id = b.account_id AND w.unit = 'credit'
LEFT JOIN alert_states s ON s.account_id = b.account_id AND s.unit = 'credit'
WHERE b.archived_at IS NULL
  AND (s.budgets_seen_at IS NULL OR greatest(w.last_posted_at, b.created_at, b.changed_at) >= s.budgets_seen_at - interval '1 minute')`;

/**
 * Looks at the budgets of every account that may have used some, each minute. A sweep and no task of each posting, because which budgets a
 * posting counts towards is known only by summing usage, and postings come by the thousand a second.
 */
export async function sweepBudgets(now = new Date()): Promise<void> {
  const due = await readAcrossAccounts((sql) => sql.query<{ account_id: string }>(DUE));
  const faults: unknown[] = [];
  for (const { account_id: accountId } of due)
    await evaluateBudgets(accountId, now).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}
