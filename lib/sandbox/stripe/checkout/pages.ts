import type { Context, Hono } from "hono";
import { customerMethods } from "../portal/customer-methods";
import { BLANK, type Filled } from "../pages/fields";
import { HOME } from "../pages/card-fields";
import { notice, show } from "../pages/layout";
import { readValues } from "../pages/read-form";
import { fieldOfFault, fillIn, readMeans } from "../pages/read-means";
import type { Sandbox } from "../sandbox";
import { StripeError } from "../server/errors";
import { idOf } from "../store/ids";
import { applyTax, taxMissing } from "./apply-tax";
import { paySession } from "./pay-session";
import { checkoutView } from "./view";
import { lastFault, whereTo } from "./where-to";

/** The page on which people pay in a session: `/checkout/<session>`. It works without scripts. */
export function checkoutPages(app: Hono, sandbox: Sandbox): void {
  app.get("/checkout/:session", (c) => {
    const id = c.req.param("session");
    return showSession(
      c,
      sandbox,
      id,
      BLANK,
      sandbox.read((tx) => lastFault(tx, id)),
    );
  });
  app.post("/checkout/:session", async (c) => {
    const id = c.req.param("session");
    const values = await readValues(c);
    const filled = fillIn(values);
    if (filled) return showSession(c, sandbox, id, { values: filled, errors: {} });
    return pay(c, sandbox, id, values);
  });
}

async function pay(c: Context, sandbox: Sandbox, id: string, values: Record<string, string>) {
  const session = sandbox.read((tx) => tx.get("checkout.session", id));
  if (session?.status !== "open") return showSession(c, sandbox, id, BLANK);
  const means = readMeans(values);
  const errors = "errors" in means ? means.errors : {};
  const email = values.email?.trim() ?? "";
  if (!session.customer_details?.email && !/^\S+@\S+\.\S+$/.test(email))
    errors.email = "Enter an e-mail address, like ada@example.com.";
  if ("errors" in means || Object.keys(errors).length > 0)
    return showSession(c, sandbox, id, { values, errors });
  const country = values.country ?? HOME;
  if (taxMissing(session, country)) {
    sandbox.transact((tx) => applyTax(tx, id, country));
    return showSession(
      c,
      sandbox,
      id,
      { values, errors },
      "Tax was worked out for your country. Please check the total, then pay.",
    );
  }
  try {
    sandbox.transact((tx) =>
      paySession(tx, id, { means, email: email || null, save: values.save === "yes" }),
    );
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const field = fieldOfFault(error.body.param);
    return showSession(
      c,
      sandbox,
      id,
      { values, errors: field ? { [field]: error.message } : {} },
      field ? null : error.message,
    );
  }
  return c.redirect(
    sandbox.read((tx) => whereTo(tx, id)),
    303,
  );
}

function showSession(c: Context, sandbox: Sandbox, id: string, filled: Filled, alert: string | null = null) {
  const view = sandbox.read((tx) => {
    const session = tx.get("checkout.session", id);
    if (!session) return null;
    const customer = idOf(session.customer);
    const types = session.payment_method_types;
    // Stripe shows again only what the person agreed to, unless the session says otherwise.
    const filters: string[] = session.saved_payment_method_options?.allow_redisplay_filters ?? [];
    const saved = customer && session.mode === "payment" ? customerMethods(tx, customer) : [];
    return {
      session,
      items: tx.get("_checkout", id)?.items ?? [],
      saved: saved.filter(
        ({ type, allow_redisplay: shown = "unspecified" }) => types.includes(type) && filters.includes(shown),
      ),
      back: whereTo(tx, id),
    };
  });
  if (!view)
    return show(c, {
      title: "Not found",
      body: notice("There is no such page", "The link is wrong, or the sandbox was emptied."),
      status: 404,
    });
  const { session, back } = view;
  if (session.status === "complete")
    return show(c, {
      title: "Done",
      body: notice(
        "You're all done here",
        "This payment was completed. Nothing more is charged on this page.",
        { href: back, label: "Go on" },
      ),
    });
  if (session.status === "expired")
    return show(c, {
      title: "Expired",
      body: notice(
        "This page has expired",
        "Nothing was charged. Start again from where you came from.",
        session.cancel_url ? { href: session.cancel_url, label: "Back" } : null,
      ),
      status: 410,
    });
  return show(c, {
    title: "Checkout",
    body: checkoutView({ ...view, filled, alert }),
    shape: "split",
    leadsTo: [session.success_url],
  });
}
