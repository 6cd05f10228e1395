import { audit } from "@/lib/accounts/audit";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { notFound } from "@/lib/values/refusal";
import { requireReachable } from "./check-url";
import { endpointOf, SHOWN, type WebhookEndpoint, type WithSecret } from "./endpoint";
import { lookAgain } from "./is-listening";
import { withoutPath } from "./rules/shown-url";
import type { EndpointChange } from "./schema";
import { newSecret } from "./secret";

const HOUR_MS = 3_600_000;

/** Changes where messages go, of what, and whether. Switched on again, it begins anew: what waits goes out at once. */
export async function changeEndpoint(
  ctx: Context,
  id: string,
  { url, description, types, is_enabled: isEnabled }: EndpointChange,
): Promise<WebhookEndpoint> {
  requirePermission(ctx, "webhooks:write");
  if (url !== undefined) requireReachable(url);
  const said = Object.entries({ url, description, types, isEnabled });
  const change = Object.fromEntries(
    said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const changed = await inAccount(ctx.accountId, async (tx) => {
    const fresh = isEnabled === undefined ? {} : { endedBecause: null, failingSince: null };
    const row = await update(tx, ctx, id, { ...change, ...fresh });
    await audit(tx, ctx, {
      ...{ action: "webhook.changed", subjectType: "webhook", subjectId: id },
      details: { ...change, ...(url !== undefined && { url: withoutPath(url) }) },
    });
    return row;
  });
  lookAgain();
  return changed;
}

/**
 * Makes another signing secret. The one before goes on signing beside it for some hours, so that no message is lost while it is changed at the
 * other end. The answer is the only one that shows the new one.
 */
export async function rotateSecret(ctx: Context, id: string, overlapHours: number): Promise<WithSecret> {
  requirePermission(ctx, "webhooks:write");
  const { accountId } = ctx;
  const { secret, sealed } = newSecret({ accountId, id });
  const rotated = await inAccount(accountId, async (tx) => {
    // Of two at once, the second keeps the secret of the first.
    await sqlOf(tx).query(
      "SELECT id FROM webhook_endpoints WHERE account_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE",
      [accountId, id],
    );
    const before = await tx.webhookEndpoint.findFirst({
      where: { accountId, id, deletedAt: null },
      select: { secret: true },
    });
    if (!before) throw notFound("webhook");
    const old =
      overlapHours > 0
        ? { oldSecret: before.secret, oldSecretUntil: new Date(Date.now() + overlapHours * HOUR_MS) }
        : { oldSecret: null, oldSecretUntil: null };
    const row = await update(tx, ctx, id, { secret: sealed, ...old });
    const details = { overlap_hours: overlapHours };
    await audit(tx, ctx, { action: "webhook.rotated", subjectType: "webhook", subjectId: id, details });
    return row;
  });
  return { ...rotated, secret };
}

/** Ends an endpoint: nothing is sent there any more, what waits is given up, and its secrets are erased. */
export async function deleteEndpoint(ctx: Context, id: string): Promise<WebhookEndpoint> {
  requirePermission(ctx, "webhooks:write");
  const { accountId } = ctx;
  const deleted = await inAccount(accountId, async (tx) => {
    const nothing = { secret: new Uint8Array(), oldSecret: null, oldSecretUntil: null, endedBecause: null };
    const row = await update(tx, ctx, id, { ...nothing, isEnabled: false, deletedAt: new Date() });
    const details = { url: withoutPath(row.url) };
    await audit(tx, ctx, { action: "webhook.deleted", subjectType: "webhook", subjectId: id, details });
    return row;
  });
  // By itself: who writes an attempt down has its delivery first, and then the endpoint. Nobody sends what is left without this.
  await inAccount(accountId, (tx) =>
    tx.webhookDelivery.updateMany({
      where: { accountId, endpointId: id, status: "pending" },
      data: { status: "failed", endedAt: new Date() },
    }),
  );
  lookAgain();
  return deleted;
}

type Data = Parameters<Tx["webhookEndpoint"]["updateMany"]>[0]["data"];

async function update(tx: Tx, { accountId }: Context, id: string, data: Data): Promise<WebhookEndpoint> {
  const [row] = await tx.webhookEndpoint.updateManyAndReturn({
    where: { accountId, id, deletedAt: null },
    data,
    select: SHOWN,
  });
  if (!row) throw notFound("webhook");
  return endpointOf(row);
}
