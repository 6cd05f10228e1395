import type Stripe from "stripe";
import { confirmIntent } from "../payments/confirm-intent";
import { customerOf } from "../payments/attach";
import { paymentMethodOf } from "../payments/create-payment-method";
import { CardError, invalid } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { finalizeInvoice } from "./finalize-invoice";
import { markPaid } from "./mark-paid";
import type { Invoice } from "./objects";

export interface InvoicePayment {
  /** None for the invoice's or the customer's default. */
  method?: Stripe.PaymentMethod | string;
  /** Paid in a way that Stripe knows nothing of, by a transfer for example. */
  outside?: boolean;
  /** True when the customer is not there to confirm. */
  offSession: boolean;
  returnUrl?: string;
}

/**
 * Pays an invoice; a draft is made final first. The intent's events tell the invoice. A decline is thrown as a
 * `CardError`, and so is a payment that asks for a person who is not there.
 */
export function payInvoice(tx: Tx, id: string, how: InvoicePayment): Invoice {
  if (tx.need("invoice", id).status === "draft") finalizeInvoice(tx, id);
  const invoice = tx.need("invoice", id);
  if (invoice.status === "paid" && how.method === undefined && invoice.amount_due === 0) return invoice;
  if (invoice.status === "paid") throw invalid("Invoice is already paid", undefined, "invoice_already_paid");
  if (invoice.status === "void")
    throw invalid("This invoice is void and cannot be paid.", undefined, "invoice_not_payable");
  const intent = intentOfInvoice(tx, id);
  if (how.outside) return markPaid(tx, id, { amount: 0, outside: true });
  if (intent === undefined) throw invalid("This invoice has no payment to make.");
  tx.change("invoice", id, { attempt_count: invoice.attempt_count + 1, attempted: true });
  confirmIntent(tx, intent, {
    method: methodFor(tx, invoice, how.method),
    offSession: how.offSession,
    returnUrl: how.returnUrl,
  });
  const { status } = tx.need("payment_intent", intent);
  if (status === "requires_action" && !how.returnUrl)
    throw new CardError({
      code: "invoice_payment_intent_requires_action",
      message: "This payment requires additional user action before it can be completed successfully.",
      payment_intent: tx.need("payment_intent", intent),
    });
  return tx.need("invoice", id);
}

/** The payment intent of an invoice that was made final. */
export function intentOfInvoice(tx: Tx, id: string): string | undefined {
  const payment = tx.all("invoice_payment").find(({ invoice, is_default: first }) => first && invoice === id);
  return idOf(payment?.payment.payment_intent) ?? undefined;
}

function methodFor(tx: Tx, invoice: Invoice, given: InvoicePayment["method"]): Stripe.PaymentMethod {
  if (typeof given === "object") return given;
  const customer = customerOf(tx, idOf(invoice.customer) ?? "");
  const id =
    given ?? idOf(invoice.default_payment_method) ?? idOf(customer.invoice_settings.default_payment_method);
  if (id === null)
    throw invalid(
      "There is no `default_payment_method` set on this Customer or Invoice. Please attach a payment method and make it the default, or pass `payment_method`.",
      "payment_method",
      "resource_missing",
    );
  return paymentMethodOf(tx, id);
}
