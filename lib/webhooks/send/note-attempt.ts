import { audit } from "@/lib/accounts/audit";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { systemContext } from "@/lib/values/context";
import { lookAgain } from "../is-listening";
import { GIVE_UP_MS, pauseAfter } from "../rules/schedule";
import type { DueDelivery } from "./claim-due";
import type { Attempted } from "./post-message";

const GONE = 410;

/**
 * Puts an attempt into the log, and says what follows: it has arrived, it comes again later, or it was the last. An endpoint that answers 410
 * Gone, or takes nothing for days, is switched off, and the people of the account are told.
 */
export async function noteAttempt(
  { accountId, id, endpointId }: DueDelivery,
  attempted: Attempted,
): Promise<void> {
  const hasArrived = attempted.status !== null && attempted.status >= 200 && attempted.status < 300;
  const isOff = await inAccount(accountId, async (tx) => {
    // Whoever was slower than the lease has sent it a second time: both are in the log, and the outcome is that of the last.
    const [row] = await sqlOf(tx).query<{ attempts: number; attempts_before: number; status: string }>(
      "SELECT attempts, attempts_before, status FROM webhook_deliveries WHERE account_id = $1::uuid AND id = $2::uuid FOR UPDATE",
      [accountId, id],
    );
    // It was past its time, and is swept away.
    if (!row) return false;
    const attempts = row.attempts + 1;
    const { tookMs, status, error, answer, retryAfterMs } = attempted;
    await tx.webhookAttempt.create({
      data: { accountId, deliveryId: id, no: attempts, tookMs, status, error, answer },
    });
    const pause = hasArrived ? null : pauseAfter(attempts - row.attempts_before, retryAfterMs, Math.random());
    const known = row.status === "delivered" ? "delivered" : null;
    const outcome = known ?? (hasArrived ? "delivered" : pause === null ? "failed" : "pending");
    await sqlOf(tx).query(NOTE, [accountId, id, attempts, outcome, pause ?? 0]);
    return noteEndpoint(tx, accountId, endpointId, hasArrived, status === GONE);
  });
  if (isOff) lookAgain();
}

const NOTE = `
UPDATE webhook_deliveries SET attempts = $3::int, status = $4::webhook_delivery_status,
  ended_at = CASE WHEN $4 = 'pending' THEN NULL ELSE now() END,
  due_at = CASE WHEN $4 = 'pending' THEN now() + $5::int8 * interval '1 millisecond' ELSE due_at END
WHERE account_id = $1::uuid AND id = $2::uuid RETURNING id`;

// Written only where something changes: deliveries of one endpoint must not wait for each other.
const ARRIVED = `
UPDATE webhook_endpoints SET failing_since = NULL
WHERE account_id = $1::uuid AND id = $2::uuid AND failing_since IS NOT NULL RETURNING id`;
const FAILED = `
UPDATE webhook_endpoints SET failing_since = now()
WHERE account_id = $1::uuid AND id = $2::uuid AND failing_since IS NULL RETURNING id`;
const END = `
UPDATE webhook_endpoints SET is_enabled = false, ended_because = $3
WHERE account_id = $1::uuid AND id = $2::uuid AND is_enabled
  AND ($3 = 'gone' OR failing_since < now() - ${GIVE_UP_MS} * interval '1 millisecond')
RETURNING url`;

/** @returns whether it was switched off */
async function noteEndpoint(
  tx: Tx,
  accountId: string,
  id: string,
  hasArrived: boolean,
  isGone: boolean,
): Promise<boolean> {
  const sql = sqlOf(tx);
  await sql.query(hasArrived ? ARRIVED : FAILED, [accountId, id]);
  if (hasArrived) return false;
  const reason = isGone ? "gone" : "failures";
  const [ended] = await sql.query<{ url: string }>(END, [accountId, id, reason]);
  if (!ended) return false;
  const details = { url: ended.url, because: reason };
  const deed = { action: "webhook.switched_off", subjectType: "webhook", subjectId: id, details };
  await audit(tx, systemContext(accountId, "webhooks"), deed);
  await enqueue(tx, {
    accountId,
    task: "webhooks.tell_ended",
    jobKey: `webhooks.tell_ended:${id}`,
    payload: { endpointId: id },
  });
  return true;
}
