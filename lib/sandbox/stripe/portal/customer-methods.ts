import type Stripe from "stripe";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";

/** What a customer has saved: the default one first, then the newest. */
export function customerMethods(tx: Tx, customerId: string): Stripe.PaymentMethod[] {
  const customer = tx.get("customer", customerId);
  const first = customer && !customer.deleted ? idOf(customer.invoice_settings.default_payment_method) : null;
  const methods = tx.all("payment_method").filter((method) => idOf(method.customer) === customerId);
  return methods.reverse().sort((one, other) => Number(other.id === first) - Number(one.id === first));
}
