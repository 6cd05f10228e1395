import { createInvoice } from "../billing/create-invoice";
import { finalizeInvoice } from "../billing/finalize-invoice";
import { createItem } from "../billing/invoice-items";
import { markPaid } from "../billing/mark-paid";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";

/** The invoice of a session that was paid, where the session was to have one; it is paid from the start. */
export function invoiceSession(tx: Tx, id: string): void {
  const session = tx.need("checkout.session", id);
  const intent = idOf(session.payment_intent);
  const customer = idOf(session.customer);
  if (!session.invoice_creation?.enabled || intent === null || customer === null || session.invoice !== null)
    return;
  const { custom_fields: fields, description, footer, metadata } = session.invoice_creation.invoice_data;
  const { id: invoice } = createInvoice(tx, {
    customer,
    currency: session.currency ?? undefined,
    custom_fields: fields,
    description: description ?? undefined,
    footer: footer ?? undefined,
    metadata: metadata ?? {},
    automatic_tax: { enabled: session.amount_total !== session.amount_subtotal },
  });
  tx.change("invoice", invoice, { customer_address: session.customer_details?.address ?? null });
  for (const { price, quantity, description: name } of tx.need("_checkout", id).items)
    createItem(tx, {
      invoice,
      customer,
      pricing: { price: price?.id ?? "" },
      quantity: quantity ?? 1,
      description: name ?? undefined,
    });
  finalizeInvoice(tx, invoice, intent);
  markPaid(tx, invoice, { amount: tx.need("payment_intent", intent).amount_received, intent });
  tx.change("checkout.session", id, { invoice });
}
