import { Webhook } from "standardwebhooks";

/** What happened, as it is told. */
export interface Message {
  accountId: string;
  eventId: string;
  type: string;
  occurredAt: Date;
  data: unknown;
}

/** The id by which whoever receives a message knows that they have it already: the same in every attempt and replay. */
export function messageId(eventId: string): string {
  return `msg_${eventId.replaceAll("-", "")}`;
}

/** The same bytes for the same event, always. */
export function bodyOf({ accountId, type, occurredAt, data }: Message): string {
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), account_id: accountId, data });
}

/** The headers of Standard Webhooks, signed with each of the secrets: while they are changed, both are good. */
export function signedHeaders(
  eventId: string,
  body: string,
  secrets: readonly string[],
  now: Date,
): Record<string, string> {
  const id = messageId(eventId);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(" "),
  };
}
