import { z } from "zod";
import { EventsAnswer } from "@/lib/webhooks/describe-events";
import type { Operation } from "@/lib/web/openapi/document";
import {
  DeliveriesAnswer,
  DeliveryDetailsAnswer,
  WebhookAnswer,
  WebhookSecretAnswer,
} from "@/lib/webhooks/schema-api";
import { POST as replay } from "../webhooks/[id]/deliveries/[delivery]/replay/route";
import { GET as readDelivery } from "../webhooks/[id]/deliveries/[delivery]/route";
import { GET as listDeliveries } from "../webhooks/[id]/deliveries/route";
import { POST as rotate } from "../webhooks/[id]/rotate/route";
import { GET as listEvents } from "../webhooks/events/route";
import { DELETE as remove, GET as read, PATCH as change } from "../webhooks/[id]/route";
import { POST as test } from "../webhooks/[id]/test/route";
import { GET as list, POST as create } from "../webhooks/route";

const ok = (description: string, schema: z.ZodType) => ({ status: 200, description, schema });
const tag = "Webhooks";

/** How systems are told of what happens. */
export const WEBHOOKS: readonly Operation[] = [
  {
    ...{ method: "get", path: "/api/v1/webhooks", tag, summary: "List webhooks", endpoint: list.endpoint },
    answer: ok("The endpoints as they stand, without their secrets.", z.array(WebhookAnswer)),
  },
  {
    ...{ method: "post", path: "/api/v1/webhooks", tag, summary: "Add a webhook", endpoint: create.endpoint },
    description:
      "Messages follow Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature headers. Each arrives at least once, always under the same " +
      "webhook-id, and is tried for three days. The secret is in this answer alone; the answer is therefore not kept for an Idempotency-Key.",
    example: {
      url: "https://example.com/hooks/ecu",
      types: ["balance.threshold_crossed", "recharge.failed"],
    },
    answer: { status: 201, description: "The endpoint with its secret.", schema: WebhookSecretAnswer },
  },
  {
    ...{
      method: "get",
      path: "/api/v1/webhooks/{id}",
      tag,
      summary: "Read a webhook",
      endpoint: read.endpoint,
    },
    answer: ok("The endpoint as it stands.", WebhookAnswer),
  },
  {
    ...{ method: "patch", path: "/api/v1/webhooks/{id}", tag, summary: "Change a webhook" },
    endpoint: change.endpoint,
    example: { is_enabled: false },
    answer: ok("The endpoint as it stands now.", WebhookAnswer),
  },
  {
    ...{ method: "delete", path: "/api/v1/webhooks/{id}", tag, summary: "Delete a webhook" },
    endpoint: remove.endpoint,
    answer: ok("The endpoint as it was.", WebhookAnswer),
  },
  {
    ...{ method: "post", path: "/api/v1/webhooks/{id}/rotate", tag, summary: "Rotate a webhook’s secret" },
    description:
      "While both are good, each message is signed with both: put the new one in place, and nothing is lost.",
    endpoint: rotate.endpoint,
    example: { overlap_hours: 24 },
    answer: ok("The endpoint with its new secret.", WebhookSecretAnswer),
  },
  {
    ...{ method: "post", path: "/api/v1/webhooks/{id}/test", tag, summary: "Send a test message" },
    endpoint: test.endpoint,
    answer: { status: 202, description: "The delivery, on its way.", schema: DeliveryDetailsAnswer },
  },
  {
    ...{
      method: "get",
      path: "/api/v1/webhooks/{id}/deliveries",
      tag,
      summary: "List a webhook’s deliveries",
    },
    description: "They tell what the ledger does: the key needs ledger:read.",
    endpoint: listDeliveries.endpoint,
    answer: ok("Fifty of the last thirty days, newest first.", DeliveriesAnswer),
  },
  {
    ...{
      method: "get",
      path: "/api/v1/webhooks/{id}/deliveries/{delivery}",
      tag,
      summary: "Read a delivery",
    },
    endpoint: readDelivery.endpoint,
    answer: ok("What is sent, and every attempt.", DeliveryDetailsAnswer),
  },
  {
    ...{ method: "post", path: "/api/v1/webhooks/{id}/deliveries/{delivery}/replay", tag },
    summary: "Send a delivery again",
    endpoint: replay.endpoint,
    answer: { status: 202, description: "The delivery, on its way again.", schema: DeliveryDetailsAnswer },
  },
  {
    ...{ method: "get", path: "/api/v1/webhooks/events", tag, summary: "List the events there are" },
    endpoint: listEvents.endpoint,
    answer: ok("Every type, when it is sent, and what it carries.", EventsAnswer),
  },
];
