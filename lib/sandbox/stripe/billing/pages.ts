import type { Context, Hono } from "hono";
import { customerMethods } from "../portal/customer-methods";
import { BLANK, type Filled } from "../pages/fields";
import { notice, show } from "../pages/layout";
import { readValues } from "../pages/read-form";
import { fieldOfFault, fillIn, readMeans } from "../pages/read-means";
import { createPaymentMethod } from "../payments/create-payment-method";
import type { Sandbox } from "../sandbox";
import { StripeError } from "../server/errors";
import { idOf } from "../store/ids";
import { invoiceView, paperView } from "./invoice-view";
import { intentOfInvoice, payInvoice } from "./pay-invoice";
import { receiptView } from "./receipt-view";

/** What a customer sees of invoices: `/invoice/<id>`, the same to print, and the receipt of a charge. */
export function invoicePages(app: Hono, sandbox: Sandbox): void {
  app.get("/invoice/:id", (c) => showInvoice(c, sandbox, c.req.param("id"), BLANK));
  app.get("/invoice/:id/print", (c) => {
    const invoice = sandbox.read((tx) => tx.get("invoice", c.req.param("id")));
    return invoice?.number
      ? show(c, { title: `Invoice ${invoice.number}`, body: paperView(invoice), shape: "wide" })
      : absent(c);
  });
  app.post("/invoice/:id", async (c) => {
    const id = c.req.param("id");
    const values = await readValues(c);
    const filled = fillIn(values);
    return filled ? showInvoice(c, sandbox, id, { values: filled, errors: {} }) : pay(c, sandbox, id, values);
  });
  app.get("/receipts/:charge", (c) => {
    const charge = sandbox.read((tx) => tx.get("charge", c.req.param("charge")));
    return charge ? show(c, { title: "Receipt", body: receiptView(charge) }) : absent(c);
  });
}

function pay(
  c: Context,
  sandbox: Sandbox,
  id: string,
  values: Record<string, string>,
): Response | Promise<Response> {
  const means = readMeans(values);
  if ("errors" in means) return showInvoice(c, sandbox, id, { values, errors: means.errors });
  if (sandbox.read((tx) => tx.get("invoice", id)?.status) !== "open")
    return showInvoice(c, sandbox, id, BLANK);
  try {
    sandbox.transact((tx) =>
      payInvoice(tx, id, {
        method: means.type === "saved" ? means.id : createPaymentMethod(tx, means),
        offSession: false,
        returnUrl: `${tx.url}/invoice/${id}`,
      }),
    );
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const field = fieldOfFault(error.body.param);
    return showInvoice(
      c,
      sandbox,
      id,
      { values, errors: field ? { [field]: error.message } : {} },
      field ? null : error.message,
    );
  }
  const intent = sandbox.read((tx) => tx.get("payment_intent", intentOfInvoice(tx, id) ?? ""));
  return c.redirect(
    intent?.status === "requires_action" ? `/authenticate/${intent.id}` : `/invoice/${id}`,
    303,
  );
}

function showInvoice(c: Context, sandbox: Sandbox, id: string, filled: Filled, alert: string | null = null) {
  const view = sandbox.read((tx) => {
    const invoice = tx.get("invoice", id);
    const intent = tx.get("payment_intent", intentOfInvoice(tx, id) ?? "");
    return invoice && { invoice, intent, saved: customerMethods(tx, idOf(invoice.customer) ?? "") };
  });
  if (!view || view.invoice.status === "draft") return absent(c);
  const failed =
    alert ?? (c.req.method === "GET" ? (view.intent?.last_payment_error?.message ?? null) : null);
  return show(c, {
    title: `Invoice ${view.invoice.number ?? ""}`,
    body: invoiceView({ ...view, filled, alert: failed }),
    shape: "split",
  });
}

function absent(c: Context): Response | Promise<Response> {
  return show(c, {
    title: "Not found",
    body: notice(
      "There is no such page",
      "The link is wrong, the invoice is not final, or the sandbox was emptied.",
    ),
    status: 404,
  });
}
