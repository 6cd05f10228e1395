import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { notFound } from "@/lib/values/refusal";
import { endpointOf, SHOWN, type WebhookEndpoint } from "./endpoint";
import { withoutPath } from "./rules/shown-url";

/** The account's endpoints, the oldest first. Whoever may not change them sees where they are, and not their whole address. */
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
  return rows.map((row) => shownTo(ctx, endpointOf(row)));
}

/** One of them. @throws Refusal `not_found`, for another account's too */
export async function readEndpoint(ctx: Context, id: string): Promise<WebhookEndpoint> {
  requirePermission(ctx, "account:read");
  const { accountId } = ctx;
  const row = await inAccount(accountId, (tx) =>
    tx.webhookEndpoint.findFirst({ where: { accountId, id, deletedAt: null }, select: SHOWN }),
  );
  if (!row) throw notFound("webhook");
  return shownTo(ctx, endpointOf(row));
}

function shownTo({ permissions }: Context, endpoint: WebhookEndpoint): WebhookEndpoint {
  return permissions.has("webhooks:write") ? endpoint : { ...endpoint, url: withoutPath(endpoint.url) };
}
