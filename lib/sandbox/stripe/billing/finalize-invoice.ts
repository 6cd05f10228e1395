import { createIntent } from "../payments/create-intent";
import { invalid } from "../server/errors";
import { idOf, newId } from "../store/ids";
import type { Tx } from "../tx";
import { markPaid } from "./mark-paid";
import type { Invoice } from "./objects";

const HOUR = 3600;

/**
 * Makes a draft final: it gets a number, a page and a payment intent, and never changes again.
 * @param intent the payment intent that pays it, where there is one already
 */
export function finalizeInvoice(tx: Tx, id: string, intent?: string): Invoice {
  const draft = tx.need("invoice", id);
  if (draft.status !== "draft")
    throw invalid(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      undefined,
      "invoice_not_editable",
    );
  const url = `${tx.url}/invoice/${id}`;
  const opened = tx.change("invoice", id, {
    effective_at: tx.now,
    hosted_invoice_url: url,
    invoice_pdf: `${url}/print`,
    number: draft.number ?? nextNumber(tx, idOf(draft.customer) ?? ""),
    status: "open",
    status_transitions: { ...draft.status_transitions, finalized_at: tx.now },
  });
  if (intent !== undefined) tieTo(tx, opened, intent);
  else if (opened.amount_due > 0) attachIntent(tx, opened);
  tx.emit("invoice.finalized", opened);
  if (opened.amount_due === 0) return markPaid(tx, id, { amount: 0 });
  if (opened.due_date !== null) tx.schedule("invoice.overdue", id, opened.due_date);
  if (opened.auto_advance && opened.collection_method === "charge_automatically")
    tx.schedule("invoice.charge", id, tx.now + HOUR);
  return opened;
}

/** The payment intent that pays an invoice, and the record that ties them together. */
function attachIntent(tx: Tx, invoice: Invoice): void {
  const { id: intent } = createIntent(tx, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: idOf(invoice.customer) ?? undefined,
    description: invoice.description ?? `Payment for Invoice ${invoice.number ?? ""}`.trim(),
    allowed_payment_method_types: invoice.payment_settings.payment_method_types ?? undefined,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    statement_descriptor: invoice.statement_descriptor ?? undefined,
  });
  tieTo(tx, invoice, intent);
}

/** Ties an invoice to the payment intent that pays it. */
function tieTo(tx: Tx, invoice: Invoice, intent: string): void {
  const payment = tx.put("invoice_payment", {
    id: newId("inpay"),
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: tx.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent, type: "payment_intent" },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  });
  tx.remember("_invoice", intent, { invoice: invoice.id, payment: payment.id });
}

/** The customer's next number: prefix and count. */
function nextNumber(tx: Tx, customerId: string): string {
  const customer = tx.need("customer", customerId);
  if (customer.deleted) throw invalid("The customer of this invoice was deleted.");
  const count = customer.next_invoice_sequence ?? 1;
  tx.change("customer", customerId, { next_invoice_sequence: count + 1 });
  return `${customer.invoice_prefix ?? "SANDBOX"}-${String(count).padStart(4, "0")}`;
}
