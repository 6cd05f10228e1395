import type Stripe from "stripe";
import { invoiceSession } from "./invoice-session";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";

/** Ends an open session well: it is paid, or the money is on its way, or a payment method was saved. */
export function completeSession(
  tx: Tx,
  id: string,
  status: "paid" | "unpaid" | "no_payment_required",
): Stripe.Checkout.Session {
  if (status === "paid") invoiceSession(tx, id);
  const session = tx.change("checkout.session", id, {
    status: "complete",
    payment_status: status,
    url: null,
  });
  tx.emit("checkout.session.completed", session);
  return session;
}

/** What becomes of a session when its payment or set-up gets on. */
export const checkoutReactions: Record<string, (tx: Tx, intent: string) => void> = {
  "payment_intent.succeeded": (tx, intent) => {
    const session = sessionOf(tx, intent);
    if (session?.status === "open") completeSession(tx, session.id, "paid");
    else if (session?.status === "complete" && session.payment_status === "unpaid") settle(tx, session.id);
  },
  "payment_intent.processing": (tx, intent) => {
    const session = sessionOf(tx, intent);
    if (session?.status === "open") completeSession(tx, session.id, "unpaid");
  },
  "payment_intent.payment_failed": (tx, intent) => {
    // An open session stays open for another try; after a completed one there is no page to try on.
    const session = sessionOf(tx, intent);
    if (session?.status === "complete") tx.emit("checkout.session.async_payment_failed", session);
  },
  "setup_intent.succeeded": (tx, intent) => {
    const session = sessionOf(tx, intent);
    if (session?.status !== "open") return;
    tx.change("checkout.session", session.id, { customer: idOf(tx.need("setup_intent", intent).customer) });
    completeSession(tx, session.id, "no_payment_required");
  },
};

/** The session that an intent was made for. */
export function sessionOf(tx: Tx, intent: string): Stripe.Checkout.Session | undefined {
  const known = tx.get("_session", intent);
  return known && tx.get("checkout.session", known.session);
}

function settle(tx: Tx, id: string): void {
  invoiceSession(tx, id);
  tx.emit(
    "checkout.session.async_payment_succeeded",
    tx.change("checkout.session", id, { payment_status: "paid" }),
  );
}
