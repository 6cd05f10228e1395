import type { Sql } from "@/lib/db/sql";

/** How the outgoing messages of all accounts stand. */
export interface WebhookState {
  /** Due, and not sent yet. */
  waiting: number;
  /** Since when the oldest of them is due; null when none is. */
  oldestS: number | null;
  /** Given up within a day. */
  givenUp: number;
  /** Endpoints that take nothing at present. */
  failing: number;
  /** Endpoints that were switched off by themselves. */
  ended: number;
}

const STATE = `
SELECT waiting, "oldestS",
  (SELECT count(*)::int FROM webhook_deliveries WHERE status = 'failed' AND ended_at > now() - interval '1 day') AS "givenUp",
  (SELECT count(*)::int FROM webhook_endpoints WHERE is_enabled AND failing_since IS NOT NULL) AS failing,
  (SELECT count(*)::int FROM webhook_endpoints WHERE ended_because IS NOT NULL AND deleted_at IS NULL) AS ended
FROM (
  SELECT count(*)::int AS waiting, extract(epoch FROM now() - min(due_at))::int AS "oldestS"
  FROM webhook_deliveries d JOIN webhook_endpoints e ON e.account_id = d.account_id AND e.id = d.endpoint_id
  WHERE d.status = 'pending' AND d.due_at <= now() AND e.is_enabled
) due`;

/** Counts them, by reads of an index. The statement must see every account. */
export async function readWebhookState(sql: Sql): Promise<WebhookState> {
  const [state] = await sql.query<WebhookState>(STATE);
  if (!state) throw new Error("a count gave no row");
  return state;
}
