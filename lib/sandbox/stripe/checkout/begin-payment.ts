import type Stripe from "stripe";
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
    const customer = tx.need("customer", known);
    if (!customer.deleted && update.name === "auto" && name !== null && customer.name !== name) {
      const before = { name: customer.name ?? null };
      tx.emit("customer.updated", tx.change("customer", known, { name }), before);
    }
    return known;
  }
  if (session.customer_creation !== "always" && !intent.setup_future_usage) return null;
  return createCustomer(tx, { email, ...(name !== null && { name }) }).id;
}
