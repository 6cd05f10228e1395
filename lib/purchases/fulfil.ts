import type Stripe from "stripe";
import { isUuid } from "@/lib/values/ids";
import { fulfilPurchase } from "./fulfil-purchase";
import { fulfilRecharge } from "./fulfil-recharge";
import type { Fulfilment } from "./fulfilment";
import { stripe } from "./stripe";

/**
 * Gives the credit for a payment intent that succeeded, exactly once, whoever calls: webhook, return page, worker and reconciliation all do.
 * It asks Stripe; what anybody claims about the payment does not count.
 */
export async function fulfil(paymentIntentId: string): Promise<Fulfilment> {
  return fulfilIntent(await readIntent(paymentIntentId));
}

/** A payment intent with its charge. */
export function readIntent(id: string): Promise<Stripe.PaymentIntent> {
  return stripe().paymentIntents.retrieve(id, { expand: ["latest_charge"] });
}

/** The same for an intent that has just been read, with its charge. */
export async function fulfilIntent(intent: Stripe.PaymentIntent): Promise<Fulfilment> {
  const { account_id: accountId = "", purchase_id: purchase, attempt_id: attempt } = intent.metadata;
  if (intent.status !== "succeeded") return { state: "ignored", why: `The payment is ${intent.status}.` };
  if (!isUuid(accountId)) return { state: "ignored", why: "The payment names no account." };
  if (purchase && isUuid(purchase)) return fulfilPurchase(intent, accountId, purchase);
  if (attempt && isUuid(attempt)) return fulfilRecharge(intent, accountId, attempt);
  return { state: "ignored", why: "The payment names nothing that it was for." };
}
