import { idOf } from "../store/ids";
import type { Tx } from "../tx";

/** Where somebody goes from a session: on to the merchant when it is done, to their bank when that asks, else to the page. */
export function whereTo(tx: Tx, id: string): string {
  const session = tx.need("checkout.session", id);
  if (session.status === "complete")
    return (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
  const intent = intentOf(tx, id);
  if (session.status === "open" && intent?.status === "requires_action") return `/authenticate/${intent.id}`;
  return `/checkout/${id}`;
}

/** The payment or the set-up that was begun in a session. */
export function intentOf(tx: Tx, id: string) {
  const session = tx.need("checkout.session", id);
  const payment = idOf(session.payment_intent);
  if (payment !== null) return tx.get("payment_intent", payment);
  const setUp = idOf(session.setup_intent);
  return setUp === null ? undefined : tx.get("setup_intent", setUp);
}

/** Why the last try in a session failed; null when there was none, or when it is over. */
export function lastFault(tx: Tx, id: string): string | null {
  if (tx.get("checkout.session", id)?.status !== "open") return null;
  const intent = intentOf(tx, id);
  if (intent?.status !== "requires_payment_method") return null;
  const error = intent.object === "payment_intent" ? intent.last_payment_error : intent.last_setup_error;
  // What the API says of a failed check is for programmers.
  if (error?.code?.endsWith("_authentication_failure"))
    return "Your bank could not confirm that it was you. Please try again, or choose another way to pay.";
  return error?.message ?? null;
}
