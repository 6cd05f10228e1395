import type Stripe from "stripe";
import type { LineItem } from "../billing/objects";

/** What a checkout session sells, and what becomes of it when it is paid. Unlike the session, it never changes. */
export interface Terms {
  /** Before tax. */
  items: LineItem[];
  /** `payment_intent_data` or `setup_intent_data`. */
  intent: {
    description?: string;
    metadata?: Record<string, string> | null;
    receipt_email?: string;
    setup_future_usage?: "off_session" | "on_session";
    shipping?: Stripe.PaymentIntentCreateParams.Shipping;
    statement_descriptor?: string;
    statement_descriptor_suffix?: string;
  };
  /** What the customer takes over from the page. */
  update: { address?: "auto" | "never"; name?: "auto" | "never" };
}
