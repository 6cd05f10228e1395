import { randomLetters } from "../store/ids";
import type { Tx } from "../tx";
import type { Invoice } from "./objects";

/** Says that an invoice is paid: by its intent, or in a way that Stripe knows nothing of. */
export function markPaid(
  tx: Tx,
  id: string,
  paid: { amount: number; intent?: string; outside?: boolean },
): Invoice {
  const { status_transitions: transitions, total } = tx.need("invoice", id);
  if (paid.intent) settlePayment(tx, paid.intent, paid.amount);
  const invoice = tx.change("invoice", id, {
    amount_paid: paid.amount,
    ...(paid.outside && { amount_paid_off_stripe: total }),
    amount_remaining: 0,
    attempted: true,
    next_payment_attempt: null,
    receipt_number: paid.amount > 0 ? `${randomLetters(4)}-${randomLetters(4)}`.toUpperCase() : null,
    status: "paid",
    status_transitions: { ...transitions, paid_at: tx.now },
  });
  tx.emit("invoice.updated", invoice, { status: "open", amount_remaining: total });
  tx.emit("invoice.paid", invoice);
  tx.emit("invoice.payment_succeeded", invoice);
  return invoice;
}

function settlePayment(tx: Tx, intent: string, amount: number): void {
  const known = tx.get("_invoice", intent);
  if (!known) return;
  const { status_transitions: transitions } = tx.need("invoice_payment", known.payment);
  const payment = tx.change("invoice_payment", known.payment, {
    amount_paid: amount,
    status: "paid",
    status_transitions: { ...transitions, paid_at: tx.now },
  });
  tx.emit("invoice_payment.paid", payment);
}
