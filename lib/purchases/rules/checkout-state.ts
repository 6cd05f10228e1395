/** How far a checkout is: can be paid, is being paid, was paid, or is over without money. */
export type CheckoutState = "open" | "processing" | "paid" | "failed" | "expired";

interface Session {
  status: string | null;
  payment_status: string;
}

/** The state of a checkout from Stripe's session and the status of its payment intent. Only money that has arrived is `paid`. */
export function checkoutState({ status, payment_status }: Session, intent: string | null): CheckoutState {
  // A card that was declined leaves the session open: the person tries another one on the same page.
  if (intent === "succeeded" || payment_status === "paid") return "paid";
  if (status === "expired") return "expired";
  if (status === "open") return "open";
  return intent === "requires_payment_method" || intent === "canceled" ? "failed" : "processing";
}
