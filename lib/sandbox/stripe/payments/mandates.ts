import type Stripe from "stripe";
import { newId } from "../store/ids";
import type { Tx } from "../tx";

/** The permission to debit a bank account; the one that was given before, where there is one. */
export function mandateFor(tx: Tx, method: Stripe.PaymentMethod, offline: boolean): string {
  const known = tx.all("mandate").find(({ payment_method: of }) => of === method.id);
  if (known) return known.id;
  const mandate = tx.put("mandate", {
    id: newId("mandate"),
    object: "mandate",
    customer_acceptance: {
      accepted_at: tx.now,
      ...(offline ? { offline: {} } : { online: { ip_address: "127.0.0.1", user_agent: "sandbox" } }),
      type: offline ? "offline" : "online",
    },
    livemode: false,
    multi_use: {},
    payment_method: method.id,
    payment_method_details: { type: "us_bank_account", us_bank_account: {} },
    status: "active",
    type: "multi_use",
  });
  return mandate.id;
}
