import type Stripe from "stripe";
import type { Invoice, InvoiceItem, Price } from "../billing/objects";
import type { Terms } from "../checkout/terms";

/**
 * What the store holds, by kind. A kind without an underscore is the `object` of a Stripe object, stored as it is
 * answered without any expansion. A kind with one is the sandbox's own memory and is shown nowhere in the API.
 */
export interface Kinds {
  customer: Stripe.Customer | Stripe.DeletedCustomer;
  payment_method: Stripe.PaymentMethod;
  payment_intent: Stripe.PaymentIntent;
  setup_intent: Stripe.SetupIntent;
  mandate: Stripe.Mandate;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  balance_transaction: Stripe.BalanceTransaction;
  product: Stripe.Product;
  price: Price;
  "checkout.session": Stripe.Checkout.Session;
  invoice: Invoice;
  invoiceitem: InvoiceItem;
  invoice_payment: Stripe.InvoicePayment;
  "billing_portal.session": Stripe.BillingPortal.Session;
  "billing_portal.configuration": Stripe.BillingPortal.Configuration;
  event: Stripe.Event;
  webhook_endpoint: Stripe.WebhookEndpoint;
  /** What a payment method does when it is used; under the payment method's id. */
  _instrument: Instrument;
  /** The signing secret of a webhook endpoint; under the endpoint's id. */
  _secret: { secret: string };
  /** What a checkout session sells and will ask for; under the session's id. */
  _checkout: Terms;
  /** Which checkout session an intent belongs to; under the intent's id. */
  _session: { session: string };
  /** Whose session a link into the portal leads to; under what the link ends with. */
  _portal: { session: string };
  /** Which invoice an intent pays, and by which invoice payment; under the intent's id. */
  _invoice: { invoice: string; payment: string };
  /** The answer to a request with an idempotency key. */
  _key: SavedAnswer;
  /** One event on its way to one endpoint. */
  _delivery: Delivery;
  /** Something to be done when the clock gets there. */
  _task: Task;
  /** How far the clock was advanced, in seconds; the only one is `clock`. */
  _clock: { advanced: number };
}

export type Kind = keyof Kinds;

/** How a test card or bank account behaves: its number, and whether the person has set it up for later payments. */
export interface Instrument {
  number: string;
  setUp: boolean;
  /** True when it was used or detached without belonging to a customer: it cannot be used again. */
  spent: boolean;
}

export interface SavedAnswer {
  key: string;
  /** Method, path and parameters of the first request. */
  fingerprint: string;
  requestId: string;
  status: number;
  body: string;
  /** Seconds of the sandbox's clock. */
  at: number;
}

export interface Delivery {
  id: string;
  event: string;
  endpoint: string;
  attempts: number;
  /** When it is due, in seconds of the sandbox's clock. */
  due: number;
  state: "waiting" | "delivered" | "given_up";
  /** The status of the last answer, 0 when there was none, null when it was not tried. */
  status: number | null;
}

export interface Task {
  id: string;
  name: string;
  subject: string;
  due: number;
}

/** What an id belongs to, by its beginning. */
export const PREFIXES: Readonly<Record<string, Kind>> = {
  cus: "customer",
  pm: "payment_method",
  pi: "payment_intent",
  seti: "setup_intent",
  mandate: "mandate",
  ch: "charge",
  py: "charge",
  re: "refund",
  pyr: "refund",
  du: "dispute",
  dp: "dispute",
  txn: "balance_transaction",
  prod: "product",
  price: "price",
  cs: "checkout.session",
  in: "invoice",
  ii: "invoiceitem",
  inpay: "invoice_payment",
  bps: "billing_portal.session",
  bpc: "billing_portal.configuration",
  evt: "event",
  we: "webhook_endpoint",
};
