import type Stripe from "stripe";
import { newId, randomLetters } from "../store/ids";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { instrumentOf } from "./attach";
import { book, feeOf } from "./balance";
import { chargeDetails } from "./charge-details";
import type { Decline } from "./declines";
import { behaviourOf } from "./test-cards";

/** What is charged: an intent, or what a charge without one says. */
export interface Charged {
  amount: number;
  currency: string;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  paymentIntent: string | null;
  receiptEmail: string | null;
}

/** One attempt to take money: it succeeded, is on its way, or was declined. */
export function makeCharge(
  tx: Tx,
  what: Charged,
  method: Stripe.PaymentMethod,
  result: {
    status: "succeeded" | "pending" | "failed";
    decline?: Decline;
    confirmed: boolean;
    mandate: string | null;
  },
): Stripe.Charge {
  const { status, decline } = result;
  const id = newId(method.type === "card" ? "ch" : "py");
  tx.put("charge", {
    id,
    object: "charge",
    amount: what.amount,
    amount_captured: status === "failed" ? 0 : what.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: "ECU SANDBOX",
    captured: status !== "failed",
    created: tx.now,
    currency: what.currency,
    customer: what.customer,
    description: what.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: what.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(status, decline),
    paid: status === "succeeded",
    payment_intent: what.paymentIntent,
    payment_method: method.id,
    payment_method_details: chargeDetails(method, result),
    receipt_email: what.receiptEmail,
    receipt_number: null,
    receipt_url: status === "failed" ? null : `${tx.url}/receipts/${id}`,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: null,
  });
  if (status === "succeeded") return succeed(tx, id);
  const charge = tx.need("charge", id);
  tx.emit(status === "failed" ? "charge.failed" : "charge.pending", charge);
  return charge;
}

/** The money has arrived. */
export function succeed(tx: Tx, id: string): Stripe.Charge {
  const { amount, currency, description, payment_method } = tx.need("charge", id);
  const card = id.startsWith("ch_");
  const entry = book(tx, {
    amount,
    fee: feeOf(amount),
    currency,
    source: id,
    type: card ? "charge" : "payment",
    category: "charge",
    description,
  });
  const charge = tx.change("charge", id, {
    balance_transaction: entry.id,
    paid: true,
    receipt_number: `${randomLetters(4)}-${randomLetters(4)}`.toUpperCase(),
    status: "succeeded",
  });
  tx.emit("charge.succeeded", charge);
  const { dispute } = behaviourOf(instrumentOf(tx, payment_method ?? "").number);
  if (dispute) tx.schedule("dispute.open", idOf(charge), tx.now + 1);
  return charge;
}

function outcomeOf(status: string, decline: Decline | undefined): Stripe.Charge.Outcome {
  const blocked = decline?.declineCode === "fraudulent";
  const network = decline ? (blocked ? "not_sent_to_network" : "declined_by_network") : "approved_by_network";
  return {
    advice_code: decline?.advice ?? null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: network,
    reason: decline?.declineCode ?? null,
    risk_level: blocked ? "highest" : "normal",
    risk_score: blocked ? 92 : 20,
    seller_message: decline
      ? "The bank returned the decline code `" + decline.declineCode + "`."
      : status === "pending"
        ? "Payment pending."
        : "Payment complete.",
    type: decline ? (blocked ? "blocked" : "issuer_declined") : "authorized",
  };
}
