import type Stripe from "stripe";
import { newId, randomLetters } from "../store/ids";
import type { Tx } from "../tx";
import { customerOf } from "./attach";
import { automaticOf, namedMethod } from "./create-intent";
import type { SetupIntentCreation } from "./intent-schema";
import { methodTypesOf } from "./method-types";

/** Makes a setup intent; `confirmSetup` has the payment method saved. */
export function createSetup(tx: Tx, params: SetupIntentCreation, legacy = false): Stripe.SetupIntent {
  const customer = params.customer === undefined ? null : customerOf(tx, params.customer);
  const method = namedMethod(tx, params);
  const id = newId("seti");
  tx.put("setup_intent", {
    id,
    object: "setup_intent",
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    application: null,
    automatic_payment_methods: automaticOf(params),
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomLetters(25)}`,
    created: tx.now,
    customer: customer?.id ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: params.excluded_payment_method_types ?? null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: params.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: method?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: methodTypesOf(params, "usd", legacy),
    single_use_mandate: null,
    status: method ? "requires_confirmation" : "requires_payment_method",
    usage: params.usage ?? "off_session",
  });
  const intent = tx.need("setup_intent", id);
  tx.emit("setup_intent.created", intent);
  return intent;
}
