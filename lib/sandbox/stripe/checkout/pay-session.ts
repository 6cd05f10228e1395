import type Stripe from "stripe";
import type { Means } from "../pages/read-means";
import { confirmIntent } from "../payments/confirm-intent";
import { createIntent } from "../payments/create-intent";
import { createPaymentMethod } from "../payments/create-payment-method";
import { confirmSetup } from "../payments/confirm-setup";
import { createSetup } from "../payments/create-setup";
import { invalid } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { notePayer } from "./begin-payment";

/** What the page sends when somebody presses the button. */
export interface Payment {
  means: Means | { type: "given"; method: Stripe.PaymentMethod };
  email: string | null;
  /** Whether the person wants it kept, where the session asks them. */
  save: boolean;
}

/**
 * Pays in an open session, or saves a payment method. The session is completed by what the intent then does. A declined
 * card throws; the session stays open for another try with the same intent.
 */
export function paySession(tx: Tx, id: string, { means, email, save }: Payment): void {
  if (tx.need("checkout.session", id).status !== "open")
    throw invalid("This Checkout Session is no longer open.", "session", "checkout_session_not_open");
  const name = "billing_details" in means ? (means.billing_details?.name ?? null) : null;
  const session = notePayer(tx, id, { email, name });
  const method = methodOf(tx, session, means, save);
  const returnUrl = `${tx.url}/checkout/${id}`;
  if (session.mode === "setup") confirmSetup(tx, setupOf(tx, session), { method, returnUrl });
  else confirmIntent(tx, paymentOf(tx, session, save), { method, returnUrl });
}

function methodOf(
  tx: Tx,
  session: Stripe.Checkout.Session,
  means: Payment["means"],
  save: boolean,
): Stripe.PaymentMethod {
  if (means.type === "given") return means.method;
  if (means.type !== "saved") {
    const email = session.customer_details?.email;
    const details = { ...means.billing_details, ...(email && { email }) };
    return createPaymentMethod(tx, {
      ...means,
      billing_details: details,
      allow_redisplay: save ? "always" : "limited",
    });
  }
  const method = tx.need("payment_method", means.id, "payment_method");
  if (idOf(method.customer) === null || idOf(method.customer) !== idOf(session.customer))
    throw invalid("The payment method belongs to another customer.", "payment_method");
  return method;
}

/** The session's payment intent: made when it is first needed, the same one for every try after that. */
function paymentOf(tx: Tx, session: Stripe.Checkout.Session, save: boolean): string {
  const { intent } = tx.need("_checkout", session.id);
  const usage = intent.setup_future_usage ?? (save ? ("off_session" as const) : undefined);
  const customer = idOf(session.customer) ?? undefined;
  const begun = idOf(session.payment_intent);
  const amount = session.amount_total ?? 0;
  if (begun !== null) {
    tx.change("payment_intent", begun, { amount, setup_future_usage: usage ?? null });
    return begun;
  }
  const { id } = createIntent(tx, {
    ...intent,
    amount,
    currency: session.currency ?? "usd",
    customer,
    setup_future_usage: usage,
    allowed_payment_method_types: session.payment_method_types,
  });
  tx.remember("_session", id, { session: session.id });
  tx.change("checkout.session", session.id, { payment_intent: id });
  return id;
}

function setupOf(tx: Tx, session: Stripe.Checkout.Session): string {
  const begun = idOf(session.setup_intent);
  if (begun !== null) return begun;
  const { intent } = tx.need("_checkout", session.id);
  const { id } = createSetup(tx, {
    description: intent.description,
    metadata: intent.metadata,
    customer: idOf(session.customer) ?? undefined,
    usage: "off_session",
    allowed_payment_method_types: session.payment_method_types,
  });
  tx.remember("_session", id, { session: session.id });
  tx.change("checkout.session", session.id, { setup_intent: id });
  return id;
}
