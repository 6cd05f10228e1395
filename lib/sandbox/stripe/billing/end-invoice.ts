import { cancelIntent } from "../payments/intents";
import { invalid } from "../server/errors";
import type { Tx } from "../tx";
import { finalizeInvoice } from "./finalize-invoice";
import type { Invoice } from "./objects";
import { intentOfInvoice } from "./pay-invoice";

/** Sends an invoice to the customer (here: says so in an event); a draft is made final first. */
export function sendInvoice(tx: Tx, id: string): Invoice {
  const { status, collection_method: collection } = tx.need("invoice", id);
  if (collection !== "send_invoice")
    throw invalid("You can only manually send an invoice if its collection method is 'send_invoice'.");
  if (status === "draft") finalizeInvoice(tx, id);
  else if (status !== "open") throw invalid(`You cannot send an invoice that is ${status ?? "gone"}.`);
  const sent = tx.need("invoice", id);
  tx.emit("invoice.sent", sent);
  return sent;
}

/** Takes an open invoice back: nobody has to pay it any more. */
export function voidInvoice(tx: Tx, id: string): Invoice {
  const invoice = tx.need("invoice", id);
  if (invoice.status !== "open" && invoice.status !== "uncollectible")
    throw invalid(
      `You can only void an open or uncollectible invoice; this one is ${invoice.status ?? "gone"}.`,
    );
  const intent = intentOfInvoice(tx, id);
  if (intent && tx.need("payment_intent", intent).status === "processing")
    throw invalid("This invoice has a payment on its way.");
  const ended = tx.change("invoice", id, {
    status: "void",
    status_transitions: { ...invoice.status_transitions, voided_at: tx.now },
  });
  if (intent) {
    cancelIntent(tx, intent, "requested_by_customer");
    endPayment(tx, intent);
  }
  tx.emit("invoice.voided", ended);
  return ended;
}

/** Gives an open invoice up; it can still be paid. */
export function markUncollectible(tx: Tx, id: string): Invoice {
  const invoice = tx.need("invoice", id);
  if (invoice.status !== "open") throw invalid("You can only mark an open invoice as uncollectible.");
  const ended = tx.change("invoice", id, {
    status: "uncollectible",
    status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: tx.now },
  });
  tx.emit("invoice.marked_uncollectible", ended);
  return ended;
}

/** Throws a draft away; its items wait for the customer's next invoice no more. */
export function deleteInvoice(tx: Tx, id: string): object {
  const invoice = tx.need("invoice", id);
  if (invoice.status !== "draft")
    throw invalid("You can only delete draft invoices.", undefined, "invoice_not_editable");
  for (const item of tx.all("invoiceitem")) if (item.invoice === id) tx.forget("invoiceitem", item.id);
  tx.forget("invoice", id);
  tx.emit("invoice.deleted", invoice);
  return { id, object: "invoice", deleted: true };
}

function endPayment(tx: Tx, intent: string): void {
  const known = tx.get("_invoice", intent);
  if (!known) return;
  const { status_transitions: transitions } = tx.need("invoice_payment", known.payment);
  tx.change("invoice_payment", known.payment, {
    status: "canceled",
    status_transitions: { ...transitions, canceled_at: tx.now },
  });
}
