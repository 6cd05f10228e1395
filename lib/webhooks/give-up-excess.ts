import { acrossAccounts, sqlOf } from "@/lib/db/transaction";

/** So many messages wait for one endpoint at most. */
const MOST_WAITING = 100_000;
const MOST_AT_ONCE = 5_000;

// Ids of events go by time: the newest are kept. Whose attempt is being made right now says itself what becomes of it.
const GIVE_UP = `
WITH crowded AS (
  SELECT e.account_id, e.id FROM webhook_endpoints e
  WHERE e.deleted_at IS NULL AND EXISTS (
    SELECT FROM webhook_deliveries d
    WHERE d.account_id = e.account_id AND d.endpoint_id = e.id AND d.status = 'pending' OFFSET $1::int
  )
), excess AS (
  SELECT d.account_id, d.id FROM crowded CROSS JOIN LATERAL (
    SELECT w.account_id, w.id FROM webhook_deliveries w
    WHERE w.account_id = crowded.account_id AND w.endpoint_id = crowded.id AND w.status = 'pending'
    ORDER BY w.event_id DESC OFFSET $1::int
  ) d LIMIT $2::int
)
UPDATE webhook_deliveries d SET status = 'failed', ended_at = now()
FROM excess WHERE d.account_id = excess.account_id AND d.id = excess.id AND d.status = 'pending' RETURNING d.id`;

/**
 * Gives up the oldest messages of an endpoint for which more wait than it could ever be sent: one that is down, or slower than what happens. They
 * stay in the log, to be sent again. Returns how many; there may be more.
 */
export async function giveUpExcess(most = MOST_WAITING): Promise<number> {
  const given = await acrossAccounts((tx) => sqlOf(tx).query(GIVE_UP, [most, MOST_AT_ONCE]));
  return given.length;
}
