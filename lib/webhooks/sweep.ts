import { acrossAccounts, sqlOf } from "@/lib/db/transaction";

/** How long the log is kept. What still waits after that waits for an endpoint that nobody switches on. */
const KEPT_DAYS = 30;
const MOST_AT_ONCE = 5_000;

/** Removes events that are past their time, with their deliveries and attempts. Returns how many. */
export async function sweepWebhooks(): Promise<number> {
  const gone = await acrossAccounts((tx) =>
    sqlOf(tx).query(
      `DELETE FROM webhook_events WHERE (account_id, id) IN (
         SELECT account_id, id FROM webhook_events WHERE occurred_at < now() - interval '${KEPT_DAYS} days' LIMIT ${MOST_AT_ONCE}
       ) RETURNING id`,
    ),
  );
  return gone.length;
}
