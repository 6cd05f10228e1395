import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { notFound } from "@/lib/values/refusal";
import { endpointOf, SHOWN, type WebhookEndpoint } from "./endpoint";

/** The account's endpoints, the oldest first. */
export async function listEndpoints(ctx: Context): Promise<WebhookEndpoint[]> {
  requirePermission(ctx, "account:read");
  const { accountId } = ctx;
  const rows = await inAccount(accountId, (tx) =>
    tx.webhookEndpoint.findMany({
      where: { accountId, deletedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: SHOWN,
    }),
  );
  return rows.map((row) => endpointOf(row));
}

/** One of them. @throws Refusal `not_found`, for another account's too */
export async function readEndpoint(ctx: Context, id: string): Promise<WebhookEndpoint> {
  requirePermission(ctx, "account:read");
  const { accountId } = ctx;
  const row = await inAccount(accountId, (tx) =>
    tx.webhookEndpoint.findFirst({ where: { accountId, id, deletedAt: null }, select: SHOWN }),
  );
  if (!row) throw notFound("webhook");
  return endpointOf(row);
}
