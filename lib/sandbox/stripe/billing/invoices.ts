import { z } from "zod";
import { listPage, listParameters, pageOf } from "../server/paginate";
import { flag, parameters, text } from "../server/parameters";
import { del, get, post, type Resource } from "../server/route";
import { searchPage, searchParameters } from "../server/search";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { createInvoice } from "./create-invoice";
import { deleteInvoice, markUncollectible, sendInvoice, voidInvoice } from "./end-invoice";
import { finalizeInvoice } from "./finalize-invoice";
import { invoiceReactions, invoiceTasks } from "./follow-payment";
import { invoiceCreation, invoiceUpdate } from "./invoice-schema";
import { invoicePages } from "./pages";
import { payInvoice } from "./pay-invoice";
import { updateInvoice } from "./update-invoice";

const PATH = "/v1/invoices";
const none = parameters({});
const filters = listParameters({
  collection_method: z.enum(["charge_automatically", "send_invoice"]).optional(),
  customer: text().optional(),
  status: z.enum(["draft", "open", "paid", "uncollectible", "void"]).optional(),
});
const payment = parameters({
  off_session: flag().optional(),
  paid_out_of_band: flag().optional(),
  payment_method: text().optional(),
});
const linked = parameters({
  type: z.enum(["payment_intent"]),
  payment_intent: text().optional(),
});

/** Invoices, from draft to paid or void. */
export const invoices: Resource = {
  routes: [
    post(PATH, invoiceCreation, (tx, { params }) => createInvoice(tx, params)),
    get(`${PATH}/search`, searchParameters, (tx, { params }) =>
      searchPage(tx, "invoice", `${PATH}/search`, params),
    ),
    get(PATH, filters, (tx, { params }) =>
      listPage(
        tx,
        "invoice",
        PATH,
        params,
        (invoice) =>
          (params.collection_method === undefined ||
            invoice.collection_method === params.collection_method) &&
          (params.customer === undefined || idOf(invoice.customer) === params.customer) &&
          (params.status === undefined || invoice.status === params.status),
      ),
    ),
    get(`${PATH}/:id`, none, (tx, { path }) => tx.need("invoice", path.id ?? "")),
    post(`${PATH}/:id`, invoiceUpdate, (tx, { path, params }) => updateInvoice(tx, path.id ?? "", params)),
    del(`${PATH}/:id`, none, (tx, { path }) => deleteInvoice(tx, path.id ?? "")),
    get(`${PATH}/:id/lines`, listParameters({}).omit({ created: true }), (tx, { path, params }) => {
      const { lines } = tx.need("invoice", path.id ?? "");
      return pageOf(lines.data, lines.url, params);
    }),
    post(`${PATH}/:id/finalize`, parameters({ auto_advance: flag().optional() }), (tx, { path, params }) => {
      const { id } = tx.need("invoice", path.id ?? "");
      if (params.auto_advance !== undefined) tx.change("invoice", id, params);
      return finalizeInvoice(tx, id);
    }),
    post(`${PATH}/:id/send`, none, (tx, { path }) => sendInvoice(tx, path.id ?? "")),
    post(`${PATH}/:id/pay`, payment, (tx, { path, params }) =>
      payInvoice(tx, path.id ?? "", {
        method: params.payment_method,
        outside: params.paid_out_of_band,
        offSession: params.off_session ?? true,
      }),
    ),
    post(`${PATH}/:id/void`, none, (tx, { path }) => voidInvoice(tx, path.id ?? "")),
    post(`${PATH}/:id/mark_uncollectible`, none, (tx, { path }) => markUncollectible(tx, path.id ?? "")),
    get(
      "/v1/invoice_payments",
      listParameters({
        invoice: text().optional(),
        payment: linked.optional(),
        status: z.enum(["canceled", "open", "paid"]).optional(),
      }),
      (tx, { params }) =>
        listPage(
          tx,
          "invoice_payment",
          "/v1/invoice_payments",
          params,
          (one) =>
            (params.invoice === undefined || one.invoice === params.invoice) &&
            (params.payment?.payment_intent === undefined ||
              idOf(one.payment.payment_intent) === params.payment.payment_intent) &&
            (params.status === undefined || one.status === params.status),
        ),
    ),
    get("/v1/invoice_payments/:id", none, (tx, { path }) => tx.need("invoice_payment", path.id ?? "")),
  ],
  reactions: invoiceReactions,
  tasks: invoiceTasks,
  includes: { invoice: { payments: (tx, { id }) => paymentsOf(tx, id), confirmation_secret: secretOf } },
  pages: invoicePages,
};

function paymentsOf(tx: Tx, id: string) {
  const payments = tx.all("invoice_payment").filter(({ invoice }) => invoice === id);
  return { object: "list", data: payments, has_more: false, url: `/v1/invoices/${id}/payments` };
}

function secretOf(tx: Tx, { id }: { id: string }) {
  const [payment] = paymentsOf(tx, id).data;
  const intent = payment && tx.get("payment_intent", idOf(payment.payment.payment_intent) ?? "");
  return intent?.client_secret ? { client_secret: intent.client_secret, type: "payment_intent" } : null;
}
