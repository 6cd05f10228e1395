import type Stripe from "stripe";
import { cancelIntent } from "../payments/intents";
import { cancelSetup } from "../payments/setup-intents";
import { invalid } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";

/** Ends an open session for good. A payment that was begun in it can no longer be finished. */
export function expireSession(tx: Tx, id: string): Stripe.Checkout.Session {
  const { status, payment_intent: payment, setup_intent: setUp } = tx.need("checkout.session", id);
  if (status !== "open")
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${status}.`,
      "session",
    );
  const session = tx.change("checkout.session", id, { status: "expired", url: null });
  const begun = idOf(payment);
  if (begun !== null) cancelIntent(tx, begun, "abandoned");
  const begunSetUp = idOf(setUp);
  if (begunSetUp !== null) cancelSetup(tx, begunSetUp, "abandoned");
  tx.emit("checkout.session.expired", session);
  return session;
}
