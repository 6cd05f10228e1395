import type Stripe from "stripe";
import { methodTypesOf } from "../payments/method-types";
import { customerOf } from "../payments/attach";
import { invalid } from "../server/errors";
import { randomLetters } from "../store/ids";
import type { Tx } from "../tx";
import { currencyOf, lineItemsOf } from "./line-items";
import type { Creation } from "./session-schema";
import { detailsOf } from "./customer-details";
import { DAY, refuseContradictions } from "./refuse-contradictions";
import { totalOf } from "./tax";

/** The least that Stripe charges, in cents. */
const LEAST = 50;

/** Opens a checkout session; it expires after a day unless it says otherwise. */
export function createSession(tx: Tx, params: Creation, legacy: boolean): Stripe.Checkout.Session {
  const { mode = "payment", customer: customerId } = params;
  refuseContradictions(params, tx.now);
  const items = lineItemsOf(tx, params.line_items ?? []);
  const currency = currencyOf(items) ?? params.currency ?? null;
  const { subtotal, total } = totalOf(items);
  if (mode === "payment" && total < LEAST)
    throw invalid(
      "The Checkout Session's total amount due must add up to at least $0.50 usd",
      "line_items",
      "amount_too_small",
    );
  const customer = customerId === undefined ? null : customerOf(tx, customerId);
  const id = `cs_test_a1${randomLetters(56)}`;
  const taxed = params.automatic_tax?.enabled ?? false;
  const pays = mode === "payment";
  tx.remember("_checkout", id, {
    items,
    intent: (pays ? params.payment_intent_data : params.setup_intent_data) ?? {},
    update: params.customer_update ?? {},
  });
  tx.schedule("checkout.expire", id, params.expires_at ?? tx.now + DAY);
  return tx.put("checkout.session", {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: pays ? subtotal : null,
    amount_total: pays ? total : null,
    automatic_tax: {
      enabled: taxed,
      liability: taxed ? { type: "self" } : null,
      provider: taxed ? "stripe" : null,
      status: taxed ? "requires_location_inputs" : null,
    },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: tx.now,
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: customer?.id ?? null,
    customer_account: null,
    customer_creation: customer ? null : (params.customer_creation ?? (pays ? "if_required" : "always")),
    customer_details: detailsOf(params.customer_email ?? customer?.email ?? null),
    customer_email: params.customer_email ?? null,
    discounts: pays ? [] : null,
    ...(params.excluded_payment_method_types && {
      excluded_payment_method_types: params.excluded_payment_method_types,
    }),
    expires_at: params.expires_at ?? tx.now + DAY,
    integration_identifier: null,
    invoice: null,
    invoice_creation: pays ? invoiceCreationOf(params) : null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: { enabled: false },
    metadata: params.metadata ?? {},
    mode,
    origin_context: params.origin_context ?? null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: pays ? "if_required" : "always",
    payment_method_configuration_details: null,
    payment_method_options: pays ? { card: { request_three_d_secure: "automatic" } } : {},
    payment_method_types: methodTypesOf(params, currency ?? "usd", legacy),
    payment_status: pays ? "unpaid" : "no_payment_required",
    permissions: null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    saved_payment_method_options: customer
      ? {
          allow_redisplay_filters: params.saved_payment_method_options?.allow_redisplay_filters ?? ["always"],
          payment_method_remove: params.saved_payment_method_options?.payment_method_remove ?? "disabled",
          payment_method_save: params.saved_payment_method_options?.payment_method_save ?? null,
        }
      : null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: "open",
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url ?? null,
    total_details: pays ? { amount_discount: 0, amount_shipping: 0, amount_tax: 0 } : null,
    ui_mode: "hosted_page",
    url: `${tx.url}/checkout/${id}`,
    wallet_options: null,
  });
}

function invoiceCreationOf({ invoice_creation: given }: Creation): Stripe.Checkout.Session.InvoiceCreation {
  const data = given?.invoice_data;
  return {
    enabled: given?.enabled ?? false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: data?.custom_fields ?? null,
      description: data?.description ?? null,
      footer: data?.footer ?? null,
      issuer: null,
      metadata: data?.metadata ?? {},
      rendering_options: null,
    },
  };
}
