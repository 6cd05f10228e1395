import type Stripe from "stripe";
import { z } from "zod";
import { invalid } from "../server/errors";
import { address, clearable, metadata, parameters, text } from "../server/parameters";
import { newId, randomLetters } from "../store/ids";
import type { Tx } from "../tx";
import { attach } from "./attach";
import { paymentMethodOf } from "./create-payment-method";

const shipping = parameters({ address, name: text(), phone: text().optional() });

export const customerParameters = parameters({
  address: clearable(address).optional(),
  description: clearable(text()).optional(),
  email: clearable(text(512)).optional(),
  invoice_settings: parameters({
    default_payment_method: clearable(text()).optional(),
    footer: clearable(text()).optional(),
  }).optional(),
  metadata: metadata().optional(),
  name: clearable(text(256)).optional(),
  payment_method: text().optional(),
  phone: clearable(text()).optional(),
  preferred_locales: z.array(text()).optional(),
  shipping: clearable(shipping).optional(),
  tax_exempt: z.enum(["none", "exempt", "reverse"]).optional(),
});

export type CustomerParameters = z.output<typeof customerParameters>;

/** Makes a customer, with a payment method attached where one is named. */
export function createCustomer(tx: Tx, params: CustomerParameters): Stripe.Customer {
  const id = newId("cus", 14);
  tx.put("customer", {
    id,
    object: "customer",
    address: addressOf(params.address),
    balance: 0,
    created: tx.now,
    currency: null,
    default_source: null,
    delinquent: false,
    description: params.description ?? null,
    discount: null,
    email: params.email ?? null,
    invoice_prefix: randomLetters(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: params.invoice_settings?.footer ?? null,
      rendering_options: null,
    },
    livemode: false,
    metadata: params.metadata ?? {},
    name: params.name ?? null,
    next_invoice_sequence: 1,
    phone: params.phone ?? null,
    preferred_locales: params.preferred_locales ?? [],
    shipping: shippingOf(params.shipping),
    tax_exempt: params.tax_exempt ?? "none",
    test_clock: null,
  } satisfies Stripe.Customer);
  tx.emit("customer.created", tx.need("customer", id));
  if (params.payment_method) attach(tx, paymentMethodOf(tx, params.payment_method), id);
  return setDefault(tx, id, params.invoice_settings?.default_payment_method);
}

/** Sets which payment method pays invoices; it must be the customer's own. */
export function setDefault(tx: Tx, id: string, given: string | null | undefined): Stripe.Customer {
  const customer = tx.need("customer", id) as Stripe.Customer;
  if (given === undefined) return customer;
  const method =
    given === null ? null : tx.need("payment_method", given, "invoice_settings[default_payment_method]");
  if (method && method.customer !== id) throw notTheirs(id);
  const settings = { ...customer.invoice_settings, default_payment_method: method?.id ?? null };
  return tx.change("customer", id, { invoice_settings: settings }) as Stripe.Customer;
}

function notTheirs(customer: string) {
  return invalid(
    `The customer does not have a payment method with the ID you provided. The payment method must be attached to the customer ${customer}.`,
    "invoice_settings[default_payment_method]",
    "resource_missing",
  );
}

/** An address with every field, or null. */
export function addressOf(given: z.output<typeof address> | null | undefined): Stripe.Address | null {
  if (!given) return null;
  const none = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { ...none, ...given };
}

/** Where things are sent to, or null. */
export function shippingOf(given: CustomerParameters["shipping"]): Stripe.Customer.Shipping | null {
  if (!given) return null;
  return { address: addressOf(given.address) ?? undefined, name: given.name, phone: given.phone ?? null };
}
