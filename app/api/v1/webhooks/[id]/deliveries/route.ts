import { listDeliveries, requireCursor } from "@/lib/webhooks/read-deliveries";
import { readEndpoint } from "@/lib/webhooks/read-endpoints";
import { OfEndpoint } from "@/lib/webhooks/schema";
import { DeliveryQuery, deliveryView } from "@/lib/webhooks/schema-api";
import { endpoint } from "@/lib/web/endpoint";

/** The log of an endpoint, newest first. */
export const GET = endpoint({
  scope: "ledger:read",
  params: OfEndpoint,
  query: DeliveryQuery,
  run: async (ctx, { params, query }) => {
    const { id } = await readEndpoint(ctx, params.id);
    if (query.before !== undefined) await requireCursor(ctx, id, query.before);
    const { rows, more } = await listDeliveries(ctx, { ...query, endpointId: id });
    return { body: { data: rows.map(deliveryView), next: more ? (rows.at(-1)?.id ?? null) : null } };
  },
});
