import { acrossAccounts, sqlOf } from "@/lib/db/transaction";

/** For so long a delivery is whoever's claimed it. After that it is taken for lost, and another sends it again. */
const LEASE = "60 seconds";
/** How many an endpoint may have in hand at once: one that does not answer must not hold up the others. */
export const AT_ONCE = 4;
/** And an account: its endpoints that do not answer must not hold up those of others. */
export const ACCOUNT_AT_ONCE = 6;

/** A delivery that is due, with all that is needed to make an attempt. */
export interface DueDelivery {
  accountId: string;
  id: string;
  endpointId: string;
  eventId: string;
  attempts: number;
  url: string;
  secret: Uint8Array;
  oldSecret: Uint8Array | null;
  type: string;
  data: unknown;
  occurredAt: Date;
}

const CLAIM = `
WITH open AS (
  SELECT d.account_id, d.id, d.due_at, row_number() OVER (PARTITION BY d.account_id ORDER BY d.due_at, d.id) AS place
  FROM webhook_endpoints e
  CROSS JOIN LATERAL (
    SELECT account_id, id, due_at FROM webhook_deliveries
    WHERE account_id = e.account_id AND endpoint_id = e.id AND status = 'pending' AND due_at <= now()
    ORDER BY due_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
  ) d
  WHERE e.is_enabled AND e.id <> ALL ($2::uuid[]) AND e.account_id <> ALL ($2::uuid[])
), due AS (
  SELECT account_id, id FROM open WHERE place <= ${AT_ONCE} ORDER BY place, due_at LIMIT $1::int
), claimed AS (
  UPDATE webhook_deliveries d SET due_at = now() + interval '${LEASE}'
  FROM due WHERE d.account_id = due.account_id AND d.id = due.id RETURNING d.*
)
SELECT c.account_id AS "accountId", c.id, c.endpoint_id AS "endpointId", c.event_id AS "eventId", c.attempts,
  e.url, e.secret, CASE WHEN e.old_secret_until > now() THEN e.old_secret END AS "oldSecret",
  v.type, v.data, v.occurred_at AS "occurredAt"
FROM claimed c
JOIN webhook_endpoints e ON e.account_id = c.account_id AND e.id = c.endpoint_id
JOIN webhook_events v ON v.account_id = c.account_id AND v.id = c.event_id`;

const IS_DUE =
  "SELECT EXISTS (SELECT FROM webhook_deliveries WHERE status = 'pending' AND due_at <= now()) AS due";

/**
 * Takes what is due, of all accounts in turn, and for a while nobody else does.
 * @param busy endpoints and accounts that have enough in hand already
 */
export function claimDue(most: number, busy: readonly string[]): Promise<DueDelivery[]> {
  return acrossAccounts(async (tx) => {
    const sql = sqlOf(tx);
    const [look] = await sql.query<{ due: boolean }>(IS_DUE);
    return look?.due ? sql.query<DueDelivery>(CLAIM, [most, busy]) : [];
  });
}
