import { readAcrossAccounts } from "@/lib/db/transaction";

/** Somebody who keeps listening to an account. */
export interface Listener {
  sessionId: string;
  accountId: string;
}

const IN_FORCE = `
SELECT s.id::text AS session_id, m.account_id::text AS account_id
FROM sessions s
JOIN users u ON u.id = s.user_id AND u.session_version = s.session_version AND u.disabled_at IS NULL
JOIN members m ON m.user_id = u.id AND m.disabled_at IS NULL AND m.account_id = ANY ($2::uuid[])
JOIN accounts a ON a.id = m.account_id AND a.status = 'active'
WHERE s.id = ANY ($1::uuid[]) AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '7 days'`;

/**
 * Those of the listeners whose session still holds and who still belong to the account, by the rules of `findSession`. They are
 * of any number of accounts, hence across all.
 */
export async function sessionsInForce<One extends Listener>(listeners: readonly One[]): Promise<Set<One>> {
  const sessions = [...new Set(listeners.map(({ sessionId }) => sessionId))];
  const accounts = [...new Set(listeners.map(({ accountId }) => accountId))];
  const rows = await readAcrossAccounts((sql) =>
    sql.query<{ session_id: string; account_id: string }>(IN_FORCE, [sessions, accounts]),
  );
  const known = new Set(rows.map((row) => `${row.session_id} ${row.account_id}`));
  return new Set(listeners.filter(({ sessionId, accountId }) => known.has(`${sessionId} ${accountId}`)));
}
