import type Stripe from "stripe";
import { CardError } from "../server/errors";
import type { Tx } from "../tx";
import { type Decline, errorOf } from "./declines";

/** The attempt failed: the intent waits for another payment method. Returns the error, for whoever asked to be told. */
export function failIntent(
  tx: Tx,
  id: string,
  method: Stripe.PaymentMethod,
  charge: Stripe.Charge,
  why: Decline,
): CardError {
  const error = errorOf(why);
  const intent = tx.change("payment_intent", id, {
    status: "requires_payment_method",
    payment_method: null,
    next_action: null,
    latest_charge: charge.id,
    last_payment_error: {
      ...error,
      type: "card_error",
      charge: charge.id,
      doc_url: `https://stripe.com/docs/error-codes/${why.code.replace(/_/g, "-")}`,
      payment_method: tx.need("payment_method", method.id),
    } as Stripe.PaymentIntent.LastPaymentError,
  });
  tx.emit("payment_intent.payment_failed", intent);
  return new CardError({
    ...error,
    charge: charge.id,
    payment_intent: intent,
    payment_method: tx.need("payment_method", method.id),
  });
}
