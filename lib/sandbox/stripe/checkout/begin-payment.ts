import type Stripe from "stripe";
import { changedFields } from "../billing/products";
import { customerOf } from "../payments/attach";
import { createCustomer } from "../payments/create-customer";
import { invalid } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { detailsOf } from "./customer-details";

/** Who pays, as the page was told. */
export interface Payer {
  email: string | null;
  name: string | null;
}

/** Notes who pays in a session, and makes a customer where something is to be kept for later. */
export function notePayer(tx: Tx, id: string, payer: Payer): Stripe.Checkout.Session {
  const session = tx.need("checkout.session", id);
  const known = session.customer_details;
  const email = known?.email ?? payer.email;
  if (email === null) throw invalid("An e-mail address is needed.", "email", "email_invalid");
  const name = payer.name ?? known?.name ?? null;
  const details = detailsOf(email, { ...known, email, name });
  return tx.change("checkout.session", id, {
    customer: customerFor(tx, session, email, name),
    customer_details: details,
    collected_information: { business_name: null, individual_name: null, shipping_details: null },
  });
}

function customerFor(
  tx: Tx,
  session: Stripe.Checkout.Session,
  email: string,
  name: string | null,
): string | null {
  const known = idOf(session.customer);
  const { intent, update } = tx.need("_checkout", session.id);
  if (known !== null) {
    const customer = customerOf(tx, known);
    const address = session.customer_details?.address;
    const changes = {
      ...(update.name === "auto" && name !== null && name !== customer.name && { name }),
      ...(update.address === "auto" && address && !same(address, customer.address) && { address }),
    };
    if (Object.keys(changes).length > 0)
      tx.emit(
        "customer.updated",
        tx.change("customer", known, changes),
        changedFields(customer, { ...customer, ...changes }),
      );
    return known;
  }
  const needed = intent.setup_future_usage !== undefined || session.invoice_creation?.enabled;
  if (session.customer_creation !== "always" && !needed) return null;
  return createCustomer(tx, { email, ...(name !== null && { name }) }).id;
}

function same(one: object, other: object | null | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
