import { CardError, StripeError } from "../server/errors";
import type { Tx } from "../tx";
import { markPaid } from "./mark-paid";
import type { Invoice } from "./objects";
import { payInvoice } from "./pay-invoice";

/** What becomes of an invoice when its payment gets on. */
export const invoiceReactions: Record<string, (tx: Tx, intent: string) => void> = {
  "payment_intent.succeeded": (tx, intent) => {
    const invoice = invoiceOf(tx, intent);
    if (invoice?.status === "open" || invoice?.status === "uncollectible")
      markPaid(tx, invoice.id, { amount: tx.need("payment_intent", intent).amount_received, intent });
  },
  "payment_intent.payment_failed": (tx, intent) => {
    const invoice = invoiceOf(tx, intent);
    if (invoice?.status === "open") tx.emit("invoice.payment_failed", invoice);
  },
  "payment_intent.requires_action": (tx, intent) => {
    const invoice = invoiceOf(tx, intent);
    if (invoice) tx.emit("invoice.payment_action_required", invoice);
  },
};

export const invoiceTasks: Record<string, (tx: Tx, id: string) => void> = {
  "invoice.overdue": (tx, id) => {
    const invoice = tx.get("invoice", id);
    if (invoice?.status === "open") tx.emit("invoice.overdue", invoice);
  },
  "invoice.charge": (tx, id) => {
    if (tx.get("invoice", id)?.status !== "open") return;
    try {
      payInvoice(tx, id, { offSession: true });
    } catch (error) {
      // A decline has told everybody by its events; without a card there is nothing to be done.
      if (!(error instanceof CardError) && !(error instanceof StripeError && error.status === 400))
        throw error;
    }
  },
};

function invoiceOf(tx: Tx, intent: string): Invoice | undefined {
  const known = tx.get("_invoice", intent);
  return known && tx.get("invoice", known.invoice);
}
