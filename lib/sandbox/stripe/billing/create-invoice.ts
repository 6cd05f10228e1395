import { customerOf } from "../payments/attach";
import { invalid } from "../server/errors";
import { idOf, newId } from "../store/ids";
import type { Tx } from "../tx";
import { ACCOUNT } from "./account";
import type { InvoiceCreation } from "./invoice-schema";
import { lineOf, setLines } from "./lines";
import type { Invoice } from "./objects";

const DAY = 24 * 3600;

/** Makes a draft, with what waits for the customer's next invoice where that is asked for. */
export function createInvoice(tx: Tx, params: InvoiceCreation): Invoice {
  if (params.customer === undefined)
    throw invalid("Missing required param: customer.", "customer", "parameter_missing");
  const customer = customerOf(tx, params.customer);
  const pending =
    params.pending_invoice_items_behavior === "include"
      ? tx.all("invoiceitem").filter((item) => item.invoice === null && idOf(item.customer) === customer.id)
      : [];
  const { collection_method: collection = "charge_automatically" } = params;
  refuseDueDate(params, collection);
  const id = newId("in");
  tx.put("invoice", {
    id,
    object: "invoice",
    account_country: ACCOUNT.country,
    account_name: ACCOUNT.name,
    account_tax_ids: null,
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: params.auto_advance ?? false,
    automatic_tax: {
      disabled_reason: null,
      enabled: params.automatic_tax?.enabled ?? false,
      liability: params.automatic_tax?.enabled ? { type: "self" } : null,
      provider: params.automatic_tax?.enabled ? "stripe" : null,
      status: null,
    },
    automatically_finalizes_at: null,
    billing_reason: "manual",
    collection_method: collection,
    created: tx.now,
    currency: params.currency ?? pending[0]?.currency ?? customer.currency ?? "usd",
    custom_fields: params.custom_fields ?? null,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: customer.tax_exempt ?? "none",
    customer_tax_ids: [],
    default_payment_method: params.default_payment_method ?? null,
    default_source: null,
    default_tax_rates: [],
    description: params.description ?? null,
    discounts: [],
    due_date:
      params.due_date ??
      (collection === "send_invoice" ? tx.now + (params.days_until_due ?? 30) * DAY : null),
    effective_at: null,
    ending_balance: null,
    footer: params.footer ?? null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: "self" },
    last_finalization_error: null,
    latest_revision: null,
    lines: { object: "list", data: [], has_more: false, url: `/v1/invoices/${id}/lines` },
    livemode: false,
    metadata: params.metadata ?? {},
    next_payment_attempt: null,
    number: params.number ?? null,
    on_behalf_of: null,
    parent: null,
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: params.payment_settings?.payment_method_types ?? null,
    },
    period_end: tx.now,
    period_start: tx.now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: params.statement_descriptor ?? null,
    status: "draft",
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal: 0,
    subtotal_excluding_tax: 0,
    test_clock: null,
    total: 0,
    total_discount_amounts: [],
    total_excluding_tax: 0,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
  });
  for (const item of pending) tx.change("invoiceitem", item.id, { invoice: id });
  const invoice = setLines(
    tx,
    id,
    pending.map((item) => lineOf(item, id)),
  );
  tx.emit("invoice.created", invoice);
  return invoice;
}

/** What is due on a day is sent, and never charged by itself. */
export function refuseDueDate(
  { days_until_due: days, due_date: date }: Pick<InvoiceCreation, "days_until_due" | "due_date">,
  collection: string,
): void {
  if (days !== undefined && date !== undefined)
    throw invalid("You may only specify one of these parameters: days_until_due, due_date.", "due_date");
  if (collection === "charge_automatically" && (days ?? date) !== undefined)
    throw invalid(
      "If collection_method is charge_automatically, then days_until_due and due_date cannot be set.",
      "due_date",
    );
}
