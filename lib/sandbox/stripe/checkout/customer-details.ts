import type Stripe from "stripe";

/** What is known of the customer: the e-mail at first, the rest when the session is completed. */
export function detailsOf(
  email: string | null,
  known: Partial<Stripe.Checkout.Session.CustomerDetails> = {},
): Stripe.Checkout.Session.CustomerDetails | null {
  if (email === null && Object.keys(known).length === 0) return null;
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
    ...known,
  };
}
