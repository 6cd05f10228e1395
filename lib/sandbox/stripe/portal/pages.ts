import type { Context, Hono } from "hono";
import { invalid, StripeError } from "../server/errors";
import { BLANK, type Filled } from "../pages/fields";
import { notice, show } from "../pages/layout";
import { readValues } from "../pages/read-form";
import { fieldOfFault, fillIn, readMeans } from "../pages/read-means";
import { attach, detach } from "../payments/attach";
import { createPaymentMethod } from "../payments/create-payment-method";
import { updateCustomer } from "../payments/customers";
import type { Sandbox } from "../sandbox";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { customerMethods } from "./customer-methods";
import { portalView } from "./view";

/** For how long a link into the portal works, in seconds. */
const HOUR = 3600;

/** The portal: `/portal/<link>`. */
export function portalPages(app: Hono, sandbox: Sandbox): void {
  app.get("/portal/:link", (c) => showPortal(c, sandbox, BLANK));
  app.post("/portal/:link", async (c) => {
    const values = await readValues(c);
    const filled = fillIn(values);
    if (filled) return showPortal(c, sandbox, { values: filled, errors: {} });
    const session = sandbox.read((tx) => sessionOf(tx, linkOf(c)));
    if (!session) return showPortal(c, sandbox, BLANK);
    return act(c, sandbox, session, values);
  });
}

function act(
  c: Context,
  sandbox: Sandbox,
  {
    customer,
    flow,
  }: { customer: string; flow: { after_completion: { redirect: { return_url: string } | null } } | null },
  values: Record<string, string>,
) {
  const means = readMeans({ ...values, method: "card" });
  if (values.add && "errors" in means) return showPortal(c, sandbox, { values, errors: means.errors });
  try {
    sandbox.transact((tx) => {
      if (values.remove) detach(tx, owned(tx, customer, values.remove));
      else if (values.first)
        updateCustomer(tx, customer, {
          invoice_settings: { default_payment_method: owned(tx, customer, values.first) },
        });
      else if (!("errors" in means) && means.type !== "saved") {
        const { id } = attach(tx, createPaymentMethod(tx, { ...means, allow_redisplay: "always" }), customer);
        if (values.default === "yes" || customerMethods(tx, customer).length === 1)
          updateCustomer(tx, customer, { invoice_settings: { default_payment_method: id } });
      }
    });
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const field = fieldOfFault(error.body.param);
    return showPortal(
      c,
      sandbox,
      { values, errors: field ? { [field]: error.message } : {} },
      field ? null : error.message,
    );
  }
  const onward = values.add ? flow?.after_completion.redirect?.return_url : undefined;
  return c.redirect(onward ?? `/portal/${linkOf(c)}`, 303);
}

function showPortal(c: Context, sandbox: Sandbox, filled: Filled, alert: string | null = null) {
  const view = sandbox.read((tx) => {
    const session = sessionOf(tx, linkOf(c));
    const customer = session && tx.get("customer", session.customer);
    if (!session || !customer || customer.deleted) return null;
    const invoices = tx
      .all("invoice")
      .filter((one) => idOf(one.customer) === customer.id && one.status !== "draft");
    return { session, customer, methods: customerMethods(tx, customer.id), invoices: invoices.reverse() };
  });
  if (!view)
    return show(c, {
      title: "Link expired",
      body: notice(
        "This link does not work any more",
        "Links into the portal last for an hour. Go back and open it again.",
      ),
      status: 410,
    });
  return show(c, {
    title: "Billing",
    body: portalView({ ...view, filled, alert }),
    shape: "wide",
    leadsTo: [view.session.flow?.after_completion.redirect?.return_url ?? null],
  });
}

function sessionOf(tx: Tx, link: string) {
  const known = tx.get("_portal", link);
  const session = known && tx.get("billing_portal.session", known.session);
  return session && session.created + HOUR > tx.now ? session : undefined;
}

function owned(tx: Tx, customer: string, id: string): string {
  if (idOf(tx.need("payment_method", id).customer) !== customer) throw invalid("There is no such card.");
  return id;
}

function linkOf(c: Context): string {
  return c.req.param("link") ?? "";
}
