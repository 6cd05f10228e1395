import { z } from "zod";
import { customerOf } from "../payments/attach";
import { invalid } from "../server/errors";
import { listPage, listParameters } from "../server/paginate";
import { currency, flag, integer, mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { del, get, post, type Resource } from "../server/route";
import { idOf, newId } from "../store/ids";
import type { Tx } from "../tx";
import { createPrice } from "./create-price";
import { lineOf, setLines } from "./lines";
import type { InvoiceItem } from "./objects";
import { amountFields } from "./price-schema";

const PATH = "/v1/invoiceitems";
const MAX_AMOUNT = 99_999_999;
const { metadata: _, ...priceFields } = amountFields;

const creation = parameters({
  amount: integer(-MAX_AMOUNT, MAX_AMOUNT).optional(),
  currency: currency().optional(),
  customer: text().optional(),
  description: text().optional(),
  discountable: flag().optional(),
  invoice: text().optional(),
  metadata: metadata().optional(),
  period: parameters({ start: integer(), end: integer() }).optional(),
  price_data: parameters({ ...priceFields, product: text() }).optional(),
  pricing: parameters({ price: text() }).optional(),
  quantity: integer(1, 1_000_000).optional(),
  tax_behavior: z.enum(["exclusive", "inclusive", "unspecified"]).optional(),
});
const filters = listParameters({
  customer: text().optional(),
  invoice: text().optional(),
  pending: flag().optional(),
});

/** What is to stand on an invoice: on a draft, or on the customer's next one. */
export const invoiceItems: Resource = {
  routes: [
    post(PATH, creation, (tx, { params }) => createItem(tx, params)),
    get(PATH, filters, (tx, { params }) =>
      listPage(
        tx,
        "invoiceitem",
        PATH,
        params,
        (item) =>
          (params.customer === undefined || idOf(item.customer) === params.customer) &&
          (params.invoice === undefined || idOf(item.invoice) === params.invoice) &&
          (params.pending === undefined || (item.invoice === null) === params.pending),
      ),
    ),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("invoiceitem", path.id ?? "")),
    post(
      `${PATH}/:id`,
      parameters({ description: text().optional(), metadata: metadata().optional() }),
      (tx, { path, params }) => {
        const item = tx.need("invoiceitem", path.id ?? "");
        return tx.change("invoiceitem", item.id, {
          ...(params.description !== undefined && { description: params.description }),
          metadata: mergeMetadata(item.metadata ?? {}, params.metadata),
        });
      },
    ),
    del(`${PATH}/:id`, parameters({}), (tx, { path }) => {
      const item = tx.need("invoiceitem", path.id ?? "");
      const invoice = idOf(item.invoice);
      if (invoice !== null) {
        const kept = draft(tx, invoice).lines.data.filter(
          ({ parent }) => parent?.invoice_item_details?.invoice_item !== item.id,
        );
        setLines(tx, invoice, kept);
      }
      tx.forget("invoiceitem", item.id);
      tx.emit("invoiceitem.deleted", item);
      return { id: item.id, object: "invoiceitem", deleted: true };
    }),
  ],
};

/** Makes an item, for a draft or for the customer's next invoice. */
export function createItem(tx: Tx, params: z.output<typeof creation>): InvoiceItem {
  const invoice = params.invoice === undefined ? null : draft(tx, params.invoice);
  const customer = customerOf(tx, params.customer ?? idOf(invoice?.customer) ?? "");
  if (invoice && idOf(invoice.customer) !== customer.id)
    throw invalid("The invoice belongs to another customer.", "invoice");
  const price = priceOf(tx, params);
  const { quantity = 1 } = params;
  if (!price && (params.amount === undefined || params.currency === undefined))
    throw invalid("Missing required param: amount and currency, or pricing.", "amount", "parameter_missing");
  const each = price?.unit_amount ?? null;
  const item = tx.put("invoiceitem", {
    id: newId("ii"),
    object: "invoiceitem",
    amount: each === null ? (params.amount ?? 0) : each * quantity,
    currency: price?.currency ?? params.currency ?? "usd",
    customer: customer.id,
    customer_account: null,
    date: tx.now,
    description: params.description ?? (price ? tx.need("product", price.product).name : null),
    discountable: params.discountable ?? true,
    discounts: [],
    invoice: invoice?.id ?? null,
    livemode: false,
    metadata: params.metadata ?? {},
    net_amount: each === null ? (params.amount ?? 0) : each * quantity,
    parent: null,
    period: params.period ?? { start: tx.now, end: tx.now },
    pricing: {
      ...(price && { price_details: { price: price.id, product: price.product } }),
      type: "price_details",
      unit_amount_decimal: String(each ?? params.amount ?? 0),
    },
    proration: false,
    quantity,
    quantity_decimal: String(quantity),
    tax_rates: [],
    test_clock: null,
  });
  if (invoice) setLines(tx, invoice.id, [...invoice.lines.data, lineOf(item, invoice.id)]);
  tx.emit("invoiceitem.created", item);
  return item;
}

function priceOf(tx: Tx, { amount, pricing, price_data: data, quantity }: z.output<typeof creation>) {
  if ([amount, pricing, data].filter((given) => given !== undefined).length > 1)
    throw invalid("You may only specify one of these parameters: amount, pricing, price_data.", "amount");
  if (amount !== undefined && quantity !== undefined)
    throw invalid("You may only specify one of these parameters: amount, quantity.", "quantity");
  if (pricing) return tx.need("price", pricing.price, "pricing[price]");
  return data && createPrice(tx, { ...data, active: false });
}

function draft(tx: Tx, id: string) {
  const invoice = tx.need("invoice", id, "invoice");
  if (invoice.status !== "draft")
    throw invalid("This invoice is no longer editable.", "invoice", "invoice_not_editable");
  return invoice;
}
