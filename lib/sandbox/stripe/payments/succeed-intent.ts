import type Stripe from "stripe";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { bind, instrumentOf } from "./attach";
import type { Charged } from "./make-charge";

/** The intent is paid by this charge; a payment method that is to be used again becomes the customer's. */
export function succeedIntent(tx: Tx, id: string, charge: Stripe.Charge): Stripe.PaymentIntent {
  const before = tx.need("payment_intent", id);
  const method = tx.need("payment_method", charge.payment_method ?? "");
  const customer = idOf(before.customer);
  const saves = before.setup_future_usage !== null && customer !== null;
  if (saves) bind(tx, method, customer);
  const instrument = instrumentOf(tx, method.id);
  tx.remember("_instrument", method.id, {
    ...instrument,
    setUp: instrument.setUp || (saves && before.setup_future_usage === "off_session"),
    spent: instrument.spent || (!saves && method.customer === null),
  });
  const intent = tx.change("payment_intent", id, {
    amount_received: charge.amount,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
    status: "succeeded",
  });
  tx.emit("payment_intent.succeeded", intent);
  return intent;
}

/** What a charge takes over from its intent. */
export function chargedOf(intent: Stripe.PaymentIntent): Charged {
  return {
    amount: intent.amount,
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    metadata: intent.metadata,
    paymentIntent: intent.id,
    receiptEmail: intent.receipt_email,
  };
}
