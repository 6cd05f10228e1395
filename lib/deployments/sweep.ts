import type { Sql } from "@/lib/db/sql";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { catchUp } from "./catch-up";
import { enforceLimits } from "./enforce-limits";

/** At most this many accounts at once; the next sweep takes the others. */
const MOST_AT_ONCE = 500;
const LANES = 4;

/**
 * Drives what runs, over all accounts: turns cycles, bills storage, and stops what is past its account's negative limit. A fault in one account
 * keeps nothing in the others waiting.
 * @throws AggregateError with the faults, after everything else is done
 */
export async function sweepDeployments(now = new Date()): Promise<void> {
  const faults: unknown[] = [];
  const each = async (accounts: string[], act: (accountId: string, now: Date) => Promise<unknown>) => {
    // A few at a time: an account with much to catch up does not keep all others waiting.
    const lane = async () => {
      for (let next = accounts.shift(); next !== undefined; next = accounts.shift())
        await act(next, now).catch((error: unknown) => faults.push(error));
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  };
  await each(await accountsOf(DUE, now), catchUp);
  await each(await accountsOf(BEYOND, now), enforceLimits);
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} accounts could not be driven`);
}

/** Whether anything of any account was due before a moment and is not done. */
export async function anyDueBefore(sql: Sql, moment: Date): Promise<boolean> {
  return (await sql.query(DUE, [new Date(moment.getTime() - 1)])).length > 0;
}

async function accountsOf(text: string, now: Date): Promise<string[]> {
  const rows = await readAcrossAccounts((sql) => sql.query<{ account_id: string }>(text, [now]));
  return rows.map(({ account_id }) => account_id);
}

const DUE = `
SELECT account_id, min(due) AS due FROM (
  SELECT account_id, next_cycle_at AS due FROM instances
  WHERE status = 'running' AND mode = 'cycle' AND next_cycle_at <= $1::timestamptz
  UNION ALL
  SELECT account_id, storage_due::timestamp AT TIME ZONE 'UTC' FROM resources
  WHERE storage_due < ($1::timestamptz AT TIME ZONE 'UTC')::date
) d GROUP BY account_id ORDER BY due LIMIT ${MOST_AT_ONCE}`;

// Accounts that run something and are low, in debt, or run beyond what is held.
const BEYOND = `
SELECT DISTINCT i.account_id FROM instances i
JOIN accounts a ON a.id = i.account_id
JOIN wallets w ON w.account_id = i.account_id AND w.unit = 'credit'
WHERE i.status = 'running'
  AND (w.balance < greatest(a.low_limit, 0) OR (i.mode = 'fixed' AND i.planned_until < $1::timestamptz))`;
