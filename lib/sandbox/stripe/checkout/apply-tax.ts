import type Stripe from "stripe";
import type { Tx } from "../tx";
import { detailsOf } from "./customer-details";
import { totalOf, withTax } from "./tax";

/** Works the tax of a country out, for a session that was asked to; the totals then have it. */
export function applyTax(tx: Tx, id: string, country: string): Stripe.Checkout.Session {
  const session = tx.need("checkout.session", id);
  const terms = tx.need("_checkout", id);
  if (!session.automatic_tax.enabled) return session;
  const items = withTax(terms.items, country);
  const { subtotal, tax, total } = totalOf(items);
  tx.remember("_checkout", id, { ...terms, items });
  const address = { city: null, country, line1: null, line2: null, postal_code: null, state: null };
  return tx.change("checkout.session", id, {
    amount_subtotal: subtotal,
    amount_total: total,
    automatic_tax: { ...session.automatic_tax, status: "complete" },
    customer_details: detailsOf(session.customer_details?.email ?? null, {
      ...session.customer_details,
      address: { ...address, ...session.customer_details?.address, country },
    }),
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: tax },
  });
}

/** Whether the tax of a session is still to be worked out, or was for another country. */
export function taxMissing(
  { automatic_tax: tax, customer_details: details }: Stripe.Checkout.Session,
  country: string,
): boolean {
  return tax.enabled && (tax.status !== "complete" || details?.address?.country !== country);
}
