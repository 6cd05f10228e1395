import type Stripe from "stripe";
import type { Tx } from "../tx";

const ID = "bpc_1FromTheSandbox000000000";

/** What the portal lets people do: the one configuration there is, as far as it was not changed. */
export function defaultConfiguration(tx: Tx): Stripe.BillingPortal.Configuration {
  const known = tx.get("billing_portal.configuration", ID);
  if (known) return known;
  return tx.put("billing_portal.configuration", blankConfiguration(tx, ID, true));
}

/** A configuration in which cards and invoices can be seen to, and nothing else. */
export function blankConfiguration(tx: Tx, id: string, first: boolean): Stripe.BillingPortal.Configuration {
  return {
    id,
    object: "billing_portal.configuration",
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created: tx.now,
    default_return_url: null,
    features: {
      customer_update: { allowed_updates: [], enabled: false },
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true, payment_method_configuration: null },
      subscription_cancel: {
        cancellation_reason: { enabled: false, feedback_options: null, options: [] },
        enabled: false,
        mode: "at_period_end",
        proration_behavior: "none",
      },
      subscription_pause: { duration: { interval_options: [], type: "indefinite" }, enabled: false },
      subscription_update: {
        billing_cycle_anchor: null,
        default_allowed_updates: [],
        enabled: false,
        proration_behavior: "none",
        schedule_at_period_end: { conditions: [] },
        trial_update_behavior: "end_trial",
      },
    },
    is_default: first,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: tx.now,
  };
}
