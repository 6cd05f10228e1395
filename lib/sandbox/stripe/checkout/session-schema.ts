import { z } from "zod";
import { amountFields, productData } from "../billing/price-schema";
import { address, currency, flag, integer, metadata, parameters, text } from "../server/parameters";

const { metadata: _, ...priceFields } = amountFields;
const keep = z.enum(["auto", "never"]).optional();
const methods = z.array(text()).min(1).optional();

export const lineItem = parameters({
  price: text().optional(),
  price_data: parameters({
    ...priceFields,
    product: text().optional(),
    product_data: productData.optional(),
  }).optional(),
  quantity: integer(1, 1_000_000).optional(),
  metadata: metadata().optional(),
});

const setupIntentData = { description: text(1000).optional(), metadata: metadata().optional() };

const paymentIntentData = {
  ...setupIntentData,
  capture_method: z.enum(["automatic", "automatic_async"]).optional(),
  receipt_email: text().optional(),
  setup_future_usage: z.enum(["off_session", "on_session"]).optional(),
  shipping: parameters({
    address,
    name: text(),
    carrier: text().optional(),
    phone: text().optional(),
    tracking_number: text().optional(),
  }).optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
};

const invoiceData = {
  custom_fields: z
    .array(parameters({ name: text(40), value: text(140) }))
    .max(4)
    .optional(),
  description: text(1500).optional(),
  footer: text().optional(),
  metadata: metadata().optional(),
};

/** `POST /v1/checkout/sessions`, as far as the sandbox knows it. */
export const creation = parameters({
  adaptive_pricing: parameters({ enabled: flag().optional() }).optional(),
  allowed_payment_method_types: methods,
  automatic_tax: parameters({ enabled: flag() }).optional(),
  billing_address_collection: z.enum(["auto", "required"]).optional(),
  cancel_url: text().optional(),
  client_reference_id: text(200).optional(),
  currency: currency().optional(),
  customer: text().optional(),
  customer_creation: z.enum(["always", "if_required"]).optional(),
  customer_email: text(800).optional(),
  customer_update: parameters({ address: keep, name: keep, shipping: keep }).optional(),
  excluded_payment_method_types: methods,
  expires_at: integer().optional(),
  invoice_creation: parameters({
    enabled: flag(),
    invoice_data: parameters(invoiceData).optional(),
  }).optional(),
  line_items: z.array(lineItem).min(1).max(100).optional(),
  locale: text().optional(),
  metadata: metadata().optional(),
  mode: z.enum(["payment", "setup", "subscription"]).optional(),
  origin_context: z.enum(["mobile_app", "web"]).optional(),
  payment_intent_data: parameters(paymentIntentData).optional(),
  payment_method_types: methods,
  phone_number_collection: parameters({ enabled: flag() }).optional(),
  saved_payment_method_options: parameters({
    allow_redisplay_filters: z.array(z.enum(["always", "limited", "unspecified"])).optional(),
    payment_method_remove: z.enum(["enabled", "disabled"]).optional(),
    payment_method_save: z.enum(["enabled", "disabled"]).optional(),
  }).optional(),
  setup_intent_data: parameters(setupIntentData).optional(),
  submit_type: z.enum(["auto", "book", "donate", "pay"]).optional(),
  success_url: text().optional(),
  tax_id_collection: parameters({
    enabled: flag(),
    required: z.enum(["if_supported", "never"]).optional(),
  }).optional(),
  ui_mode: z.enum(["hosted_page"]).optional(),
});

export type Creation = z.output<typeof creation>;
