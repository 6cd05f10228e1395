import type Stripe from "stripe";
import { acrossAccounts, sqlOf } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { Refusal } from "@/lib/values/refusal";
import { stripe, timeOf, webhookSecret } from "./stripe";

/**
 * Takes an event that Stripe sent: checks its seal, keeps it under its own id, and leaves it for the worker, in one commit. The same event
 * again changes nothing. Nobody is credited here: an event is a hint to go and look.
 * @throws Refusal `invalid_request` for one that is forged, unsigned or older than five minutes
 */
export async function receiveStripeEvent(
  body: string,
  signature: string | null,
): Promise<{ id: string; isNew: boolean }> {
  const event = verified(body, signature);
  const isNew = await keepEvent(event);
  return { id: event.id, isNew };
}

function verified(body: string, signature: string | null): Stripe.Event {
  const secret = webhookSecret();
  if (!secret) throw new Refusal("unprocessable", "This installation takes no webhooks of Stripe.");
  try {
    return stripe().webhooks.constructEvent(body, signature ?? "", secret);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      "invalid_request",
      "The event is not signed by Stripe for this endpoint, or was signed more than five minutes ago.",
    );
  }
}

async function keepEvent(event: Stripe.Event): Promise<boolean> {
  return acrossAccounts(async (tx) => {
    const inserted = await sqlOf(tx).query(
      `INSERT INTO stripe_events (id, type, object_id, api_version, livemode, created_at, payload)
       VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        event.id,
        event.type,
        objectIdOf(event),
        event.api_version ?? "",
        event.livemode,
        timeOf(event.created),
        storable(event),
      ],
    );
    if (inserted.length > 0) await enqueueEvent(tx, event.id);
    return inserted.length > 0;
  });
}

/** Leaves an event for the worker. */
export async function enqueueEvent(tx: Parameters<typeof enqueue>[0], eventId: string): Promise<void> {
  await enqueue(tx, {
    accountId: null,
    task: "stripe.apply",
    jobKey: `stripe.apply:${eventId}`,
    payload: { eventId },
  });
}

function objectIdOf({ data: { object } }: Stripe.Event): string {
  return "id" in object && typeof object.id === "string" ? object.id : "";
}

/** PostgreSQL keeps no NUL, and somebody's name at Stripe may have one. */
function storable(event: Stripe.Event): string {
  return JSON.stringify(event, (_name, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value,
  );
}
