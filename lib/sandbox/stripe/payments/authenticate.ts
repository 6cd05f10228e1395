import type Stripe from "stripe";
import { CardError, invalid } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { confirmIntent } from "./confirm-intent";
import { errorOf, type Decline } from "./declines";

/** What is thrown when somebody fails 3-D Secure. */
const FAILED: Decline = {
  code: "payment_intent_authentication_failure",
  declineCode: "payment_intent_authentication_failure",
  message:
    "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
};

/**
 * The person has confirmed a payment with the bank, or failed to. The card is then charged; a decline is thrown as a
 * `CardError`. Failing makes no charge: the intent waits for another payment method.
 */
export function authenticate(tx: Tx, id: string, passed: boolean): Stripe.PaymentIntent {
  const intent = tx.need("payment_intent", id);
  if (intent.status !== "requires_action")
    throw invalid(`The payment does not ask for anything; it is ${intent.status}.`);
  if (passed) return confirmIntent(tx, id, { confirmed: true });
  const method = tx.need("payment_method", idOf(intent.payment_method) ?? "");
  const error = { ...errorOf(FAILED), payment_method: method };
  const failed = tx.change("payment_intent", id, {
    status: "requires_payment_method",
    payment_method: null,
    next_action: null,
    last_payment_error: { ...error, type: "invalid_request_error" } as Stripe.PaymentIntent.LastPaymentError,
  });
  tx.emit("payment_intent.payment_failed", failed);
  throw new CardError({ ...error, payment_intent: failed });
}
