import type Stripe from "stripe";
import { CardError, invalid, missing } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { errorOf } from "./declines";
import { behaviourOf } from "./test-cards";

/** A customer that was not deleted. */
export function customerOf(tx: Tx, id: string, param = "customer"): Stripe.Customer {
  const customer = tx.need("customer", id, param);
  if (customer.deleted) throw missing("customer", id, param);
  return customer;
}

/** What the payment method does when it is used. */
export function instrumentOf(tx: Tx, id: string) {
  return tx.get("_instrument", id) ?? { number: "", setUp: false, spent: false };
}

/** Saves a payment method for a customer. Cards that their bank declines are refused, as Stripe asks the bank first. */
export function attach(tx: Tx, method: Stripe.PaymentMethod, customerId: string): Stripe.PaymentMethod {
  const customer = customerOf(tx, customerId);
  if (idOf(method.customer) === customer.id) return method;
  if (method.customer !== null)
    throw invalid(
      "The payment method you provided has already been attached to a customer.",
      "payment_method",
    );
  const { number, spent } = instrumentOf(tx, method.id);
  if (spent) throw usedUp();
  const { decline, attaches } = behaviourOf(number);
  if (decline && !attaches) throw new CardError(errorOf(decline));
  return bind(tx, method, customer.id);
}

/** Takes the payment method as the customer's own without asking the bank, who has just agreed to a payment. */
export function bind(tx: Tx, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  if (method.customer !== null) return method;
  const attached = tx.change("payment_method", method.id, { customer });
  tx.emit("payment_method.attached", attached);
  return attached;
}

/** Takes a payment method from its customer; it can never be used again. */
export function detach(tx: Tx, id: string): Stripe.PaymentMethod {
  const method = tx.need("payment_method", id);
  const customer = idOf(method.customer);
  if (customer === null)
    throw invalid(
      "The payment method you provided is not attached to a customer so detachment is impossible.",
      "payment_method",
    );
  tx.remember("_instrument", id, { ...instrumentOf(tx, id), spent: true });
  const detached = tx.change("payment_method", id, { customer: null });
  tx.emit("payment_method.detached", detached, { customer });
  forgetDefault(tx, customer, id);
  return detached;
}

/** A payment method that was used or detached without belonging to anybody. */
export function usedUp() {
  return invalid(
    "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.",
    "payment_method",
  );
}

function forgetDefault(tx: Tx, customerId: string, method: string): void {
  const customer = tx.get("customer", customerId);
  if (!customer || customer.deleted) return;
  if (idOf(customer.invoice_settings.default_payment_method) !== method) return;
  const settings = { ...customer.invoice_settings, default_payment_method: null };
  const changed = tx.change("customer", customerId, { invoice_settings: settings });
  tx.emit("customer.updated", changed, { invoice_settings: customer.invoice_settings });
}
