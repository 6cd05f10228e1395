import { audit } from "@/lib/accounts/audit";
import { countTry, LIMITS } from "@/lib/accounts/limits";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { notFound, Refusal } from "@/lib/values/refusal";

/**
 * Sends a delivery again under the same `webhook-id`, whatever became of it; the times of its retries begin anew.
 * @throws Refusal `not_found`; `conflict` when its endpoint is switched off
 */
export async function replayDelivery(ctx: Context, id: string, endpointId?: string): Promise<void> {
  requirePermission(ctx, "webhooks:write");
  const { accountId } = ctx;
  await inAccount(accountId, async (tx) => {
    const delivery = await tx.webhookDelivery.findFirst({
      where: { accountId, id, ...(endpointId === undefined ? {} : { endpointId }) },
    });
    if (!delivery) throw notFound("delivery");
    await requireOn(tx, accountId, delivery.endpointId);
    await sqlOf(tx).query(`${AGAIN} AND id = $2::uuid RETURNING id`, [accountId, id]);
    await audit(tx, ctx, { action: "webhook.replayed", subjectType: "webhook_delivery", subjectId: id });
  });
}

/** Sends everything again that was given up for an endpoint, under the same ids. Returns how many. */
export async function replayFailed(ctx: Context, endpointId: string): Promise<number> {
  requirePermission(ctx, "webhooks:write");
  const { accountId } = ctx;
  return inAccount(accountId, async (tx) => {
    await requireOn(tx, accountId, endpointId);
    const again = await sqlOf(tx).query(
      `${AGAIN} AND endpoint_id = $2::uuid AND status = 'failed' RETURNING id`,
      [accountId, endpointId],
    );
    const count = again.length;
    const deed = { action: "webhook.failed_replayed", subjectType: "webhook", subjectId: endpointId };
    await audit(tx, ctx, { ...deed, details: { count } });
    return count;
  });
}

/** Sends a message of type `webhook.test` to an endpoint, whatever it subscribes to. Returns the delivery's id. @throws Refusal `rate_limited` */
export async function sendTest(ctx: Context, endpointId: string): Promise<string> {
  requirePermission(ctx, "webhooks:write");
  const { accountId } = ctx;
  await countTry(LIMITS.webhookTests, accountId);
  return inAccount(accountId, async (tx) => {
    await requireOn(tx, accountId, endpointId);
    const [eventId, id] = [newId(), newId()];
    const data = { endpoint_id: endpointId, message: "A test: the endpoint and its signature work." };
    await tx.webhookEvent.create({
      data: { accountId, id: eventId, type: "webhook.test", data, cause: `webhook.test:${eventId}` },
    });
    await tx.webhookDelivery.create({ data: { accountId, id, endpointId, eventId } });
    return id;
  });
}

const AGAIN = `
UPDATE webhook_deliveries SET status = 'pending', ended_at = NULL, attempts_before = attempts, due_at = now()
WHERE account_id = $1::uuid`;

async function requireOn(tx: Tx, accountId: string, id: string): Promise<void> {
  const endpoint = await tx.webhookEndpoint.findFirst({ where: { accountId, id, deletedAt: null } });
  if (!endpoint) throw notFound("webhook");
  if (!endpoint.isEnabled)
    throw new Refusal("conflict", "This endpoint is switched off. Switch it on, and send again.");
}
