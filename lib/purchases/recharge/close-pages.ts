import Stripe from "stripe";
import type { RechargeAttempt } from "@/lib/db/generated/client";
import { stripe } from "../stripe";
import { intentsOf, sessionsOf } from "./charge";

/** Calls off what could still be paid of an attempt: the pages where it may be confirmed, and the charge itself. */
export async function closePages(attempt: RechargeAttempt): Promise<void> {
  for (const { id, status } of await sessionsOf(attempt))
    if (status === "open") await unlessOver(stripe().checkout.sessions.expire(id));
  for (const { id, status } of await intentsOf(attempt))
    if (status.startsWith("requires_")) await unlessOver(stripe().paymentIntents.cancel(id));
}

// It was paid or ended in this moment: what it came to is heard of by its event.
async function unlessOver(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
}
