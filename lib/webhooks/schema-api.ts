import { z } from "zod";
import { Id } from "@/lib/accounts/schema";
import { DELIVERY_STATUSES, type Delivery, type DeliveryDetails } from "./delivery";
import type { WebhookEndpoint } from "./endpoint";
import { EVENT_TYPES } from "./rules/event-types";

// What the API answers, and what it is asked with.

const time = z.iso.datetime();

export const WebhookAnswer = z.object({
  id: z.uuid(),
  url: z
    .string()
    .describe(
      "Where messages go: whole for keys with webhooks:write, for others without its path and query.",
    ),
  description: z.string(),
  types: z.array(z.enum(EVENT_TYPES)).describe("None for everything."),
  is_enabled: z.boolean(),
  ended_because: z
    .enum(["failures", "gone"])
    .nullable()
    .describe("Why it was switched off by itself: five days of failures, or an answer of 410 Gone."),
  failing_since: time.nullable().describe("Since when nothing has arrived there."),
  old_secret_until: time.nullable().describe("Until when the secret before the present one signs too."),
  created_at: time,
  created_by: z.string(),
});

export const WebhookSecretAnswer = WebhookAnswer.extend({
  secret: z.string().describe("whsec_…, for verifying signatures. It is shown this once."),
});

const DeliveryAnswer = z.object({
  id: z.uuid(),
  webhook_id: z.string().describe("The webhook-id header: the same in every attempt."),
  type: z.string(),
  status: z.enum(DELIVERY_STATUSES).describe("pending is tried (again) at next_at; failed was given up."),
  attempts: z.int(),
  occurred_at: time,
  next_at: time.nullable(),
  ended_at: time.nullable(),
  last_status: z.int().nullable().describe("The HTTP status of the last answer."),
  last_error: z.string().nullable().describe("Why there was none."),
});

export const DeliveriesAnswer = z.object({
  data: z.array(DeliveryAnswer),
  next: z.uuid().nullable().describe("Send it as before for the next page; null at the end."),
});

export const DeliveryDetailsAnswer = DeliveryAnswer.extend({
  body: z.string().describe("What is sent, byte for byte."),
  history: z.array(
    z.object({
      no: z.int(),
      at: time,
      took_ms: z.int(),
      status: z.int().nullable(),
      error: z.string().nullable(),
      answer: z.string().describe("The beginning of what the endpoint answered."),
    }),
  ),
});

export const DeliveryQuery = z.strictObject({
  status: z.enum(DELIVERY_STATUSES, "is not a status").optional(),
  type: z.enum(EVENT_TYPES, "is not a type of event").optional(),
  before: Id.optional().describe("next of the page before."),
});

/** An endpoint as programs see it. */
export function webhookView(endpoint: WebhookEndpoint): z.input<typeof WebhookAnswer> {
  const { id, url, description, types, isEnabled, endedBecause, failingSince, oldSecretUntil } = endpoint;
  return {
    ...{ id, url, description, types },
    is_enabled: isEnabled,
    ended_because: endedBecause,
    failing_since: failingSince?.toISOString() ?? null,
    old_secret_until: oldSecretUntil?.toISOString() ?? null,
    created_at: endpoint.createdAt.toISOString(),
    created_by: endpoint.createdBy,
  };
}

/** A delivery as programs see it. */
export function deliveryView(delivery: Delivery): z.input<typeof DeliveryAnswer> {
  const { id, messageId, type, status, attempts, occurredAt, nextAt, endedAt } = delivery;
  return {
    id,
    webhook_id: messageId,
    ...{ type, status, attempts },
    occurred_at: occurredAt.toISOString(),
    next_at: nextAt?.toISOString() ?? null,
    ended_at: endedAt?.toISOString() ?? null,
    last_status: delivery.lastStatus,
    last_error: delivery.lastError,
  };
}

/** A delivery with its attempts as programs see it. */
export function deliveryDetailsView(delivery: DeliveryDetails): z.input<typeof DeliveryDetailsAnswer> {
  return {
    ...deliveryView(delivery),
    body: delivery.body,
    history: delivery.history.map(({ no, at, tookMs, status, error, answer }) => ({
      ...{ no, at: at.toISOString(), took_ms: tookMs },
      ...{ status, error, answer },
    })),
  };
}
