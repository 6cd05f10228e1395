import { bodyOf, messageId } from "./rules/message";
import { withoutPath } from "./rules/shown-url";

export const DELIVERY_STATUSES = ["pending", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** A message on its way to an endpoint, as the log shows it. */
export interface Delivery {
  id: string;
  accountId: string;
  accountName: string;
  endpointId: string;
  /** Where it goes, without what may be secret of it. */
  url: string;
  /** The `webhook-id` under which the endpoint gets it. */
  messageId: string;
  type: string;
  status: DeliveryStatus;
  attempts: number;
  /** When the event happened. */
  occurredAt: Date;
  /** When it is tried next; null when it is over, or waits for its endpoint to be switched on. */
  nextAt: Date | null;
  endedAt: Date | null;
  /** How the last attempt went. */
  lastStatus: number | null;
  lastError: string | null;
}

/** One attempt at a delivery. */
export interface Attempt {
  no: number;
  at: Date;
  tookMs: number;
  status: number | null;
  error: string | null;
  /** The beginning of what the endpoint answered. */
  answer: string;
}

/** A delivery with what is sent, and every attempt, newest first. */
export interface DeliveryDetails extends Delivery {
  body: string;
  history: Attempt[];
}

/** A row of `DELIVERIES`. */
export interface DeliveryRecord {
  account_id: string;
  account_name: string;
  id: string;
  endpoint_id: string;
  event_id: string;
  url: string;
  is_enabled: boolean;
  type: string;
  data: unknown;
  status: DeliveryStatus;
  attempts: number;
  occurred_at: Date;
  due_at: Date;
  ended_at: Date | null;
  last_status: number | null;
  last_error: string | null;
}

export function deliveryOf(row: DeliveryRecord): Delivery {
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    endpointId: row.endpoint_id,
    url: withoutPath(row.url),
    messageId: messageId(row.event_id),
    type: row.type,
    status: row.status,
    attempts: row.attempts,
    occurredAt: row.occurred_at,
    nextAt: row.status === "pending" && row.is_enabled ? row.due_at : null,
    endedAt: row.ended_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
  };
}

/** What is sent, byte for byte. */
export function payloadOf(row: DeliveryRecord): string {
  const { account_id: accountId, event_id: eventId, type, occurred_at: occurredAt, data } = row;
  return bodyOf({ accountId, eventId, type, occurredAt, data });
}
