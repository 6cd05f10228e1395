import type Stripe from "stripe";
import { invalid } from "../server/errors";
import { newId, randomLetters } from "../store/ids";
import type { Tx } from "../tx";
import { customerOf } from "./attach";
import { createPaymentMethod, paymentMethodOf } from "./create-payment-method";
import { addressOf } from "./create-customer";
import type { IntentCreation } from "./intent-schema";
import { methodTypesOf } from "./method-types";

/** The least that Stripe charges, in cents. */
const LEAST = 50;

/** Makes a payment intent; `confirmIntent` has it paid. What a confirmation says is not looked at here. */
export function createIntent(tx: Tx, params: IntentCreation, legacy = false): Stripe.PaymentIntent {
  if (params.amount < LEAST) throw invalid("Amount must be at least $0.50 usd", "amount", "amount_too_small");
  const customer = params.customer === undefined ? null : customerOf(tx, params.customer);
  const method = namedMethod(tx, params);
  const id = newId("pi");
  tx.put("payment_intent", {
    id,
    object: "payment_intent",
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: automaticOf(params),
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? "automatic_async",
    client_secret: `${id}_secret_${randomLetters(25)}`,
    confirmation_method: params.confirmation_method ?? "automatic",
    created: tx.now,
    currency: params.currency,
    customer: customer?.id ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: params.excluded_payment_method_types ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: params.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: method?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: methodTypesOf(params, params.currency, legacy),
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: shippingOf(params.shipping),
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: method ? "requires_confirmation" : "requires_payment_method",
    transfer_data: null,
    transfer_group: params.transfer_group ?? null,
  });
  const intent = tx.need("payment_intent", id);
  tx.emit("payment_intent.created", intent);
  return intent;
}

/** The payment method that parameters name or describe, if they do. */
export function namedMethod(
  tx: Tx,
  params: Pick<IntentCreation, "payment_method" | "payment_method_data">,
): Stripe.PaymentMethod | null {
  if (params.payment_method_data) return createPaymentMethod(tx, params.payment_method_data);
  return params.payment_method === undefined ? null : paymentMethodOf(tx, params.payment_method);
}

/** Where a payment is sent to, with every field. */
export function shippingOf(given: IntentCreation["shipping"]): Stripe.PaymentIntent.Shipping | null {
  if (!given) return null;
  return {
    address: addressOf(given.address) ?? undefined,
    carrier: given.carrier ?? null,
    name: given.name,
    phone: given.phone ?? null,
    tracking_number: given.tracking_number ?? null,
  };
}

/** Stripe picks the ways to pay itself unless they are named. */
export function automaticOf(
  params: Pick<
    IntentCreation,
    "automatic_payment_methods" | "payment_method_types" | "allowed_payment_method_types"
  >,
): Stripe.PaymentIntent.AutomaticPaymentMethods | null {
  if (params.payment_method_types ?? params.allowed_payment_method_types) return null;
  const given = params.automatic_payment_methods;
  if (given?.enabled === false) return null;
  return { allow_redirects: given?.allow_redirects ?? "always", enabled: true };
}
