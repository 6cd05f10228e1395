import type Stripe from "stripe";
import { invalid } from "../server/errors";
import { integer, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { paymentMethodOf } from "../payments/create-payment-method";
import type { Tx } from "../tx";
import { paySession } from "./pay-session";
import { intentOf } from "./where-to";

const confirmation = parameters({
  payment_method: text(),
  expected_amount: integer().optional(),
});

/** The undocumented calls by which Stripe's own page, and its command line, pay in a session. */
export const paymentPages: Resource = {
  routes: [
    get("/v1/payment_pages/:session", parameters({}), (tx, { path }) => pageOf(tx, path.session ?? ""), {
      publishable: true,
    }),
    post(
      "/v1/payment_pages/:session/confirm",
      confirmation,
      (tx, { path, params }) => {
        const session = tx.need("checkout.session", path.session ?? "");
        if (params.expected_amount !== undefined && params.expected_amount !== session.amount_total)
          throw invalid("The amount has changed.", "expected_amount", "checkout_amount_mismatch");
        const method = paymentMethodOf(tx, params.payment_method);
        const email = method.billing_details.email;
        paySession(tx, session.id, { means: { type: "given", method }, email, save: false });
        return pageOf(tx, session.id);
      },
      { publishable: true },
    ),
  ],
};

/** What the page knows of its session. */
function pageOf(tx: Tx, id: string): object {
  const session: Stripe.Checkout.Session = tx.need("checkout.session", id);
  return {
    id: `ppage_${id.slice(-24)}`,
    object: "checkout.session",
    session_id: id,
    currency: session.currency,
    livemode: false,
    mode: session.mode,
    payment_intent: intentOf(tx, id) ?? null,
    payment_status: session.payment_status,
    state: session.status === "complete" ? "succeeded" : session.status,
    status: session.status,
    success_url: session.success_url,
    cancel_url: session.cancel_url,
    total_summary: {
      due: session.amount_total,
      subtotal: session.amount_subtotal,
      total: session.amount_total,
    },
    url: session.url,
  };
}
