import type { DeliveryRow } from "./delivery-words";
import type { EndpointRow } from "./endpoints-card";
import type { Delivery } from "@/lib/webhooks/delivery";
import type { WebhookEndpoint } from "@/lib/webhooks/endpoint";

/** An endpoint as components take it. */
export function endpointRow(endpoint: WebhookEndpoint): EndpointRow {
  return {
    ...endpoint,
    oldSecretUntil: endpoint.oldSecretUntil?.toISOString() ?? null,
    failingSince: endpoint.failingSince?.toISOString() ?? null,
    createdAt: endpoint.createdAt.toISOString(),
  };
}

/** A delivery as components take it. */
export function deliveryRow(delivery: Delivery): DeliveryRow {
  return {
    ...delivery,
    occurredAt: delivery.occurredAt.toISOString(),
    nextAt: delivery.nextAt?.toISOString() ?? null,
    endedAt: delivery.endedAt?.toISOString() ?? null,
  };
}
