import { z } from "zod";
import {
  address,
  clearable,
  currency,
  flag,
  integer,
  metadata,
  parameters,
  text,
} from "../server/parameters";
import { paymentMethodData } from "./payment-method-schema";

const types = z.array(text()).min(1);

const mandateData = parameters({
  customer_acceptance: parameters({
    accepted_at: integer().optional(),
    offline: z.union([z.literal(""), parameters({})]).optional(),
    online: parameters({ ip_address: text().optional(), user_agent: text().optional() }).optional(),
    type: z.enum(["offline", "online"]),
  }),
});

const cardOptions = parameters({
  request_three_d_secure: z.enum(["any", "automatic", "challenge"]).optional(),
  setup_future_usage: clearable(z.enum(["none", "off_session", "on_session"])).optional(),
  statement_descriptor_suffix_kana: text().optional(),
});
const bankOptions = parameters({
  setup_future_usage: clearable(z.enum(["none", "off_session", "on_session"])).optional(),
  verification_method: z.enum(["automatic", "instant", "microdeposits"]).optional(),
});

export const shipping = parameters({
  address,
  carrier: text().optional(),
  name: text(),
  phone: text().optional(),
  tracking_number: text().optional(),
});

/** What can be said when an intent is made, and later. */
const described = {
  description: clearable(text()).optional(),
  metadata: metadata().optional(),
  receipt_email: clearable(text()).optional(),
  setup_future_usage: clearable(z.enum(["off_session", "on_session"])).optional(),
  shipping: clearable(shipping).optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
  transfer_group: text().optional(),
};

/** How it is to be paid. */
const paid = {
  payment_method: text().optional(),
  /** Cards are made by `POST /v1/payment_methods`, and named here. */
  payment_method_data: paymentMethodData.omit({ card: true }).optional(),
  payment_method_options: parameters({
    card: cardOptions.optional(),
    us_bank_account: bankOptions.optional(),
  }).optional(),
  /** Only versions before the pinned one; that one has `allowed_payment_method_types`. */
  payment_method_types: types.optional(),
  allowed_payment_method_types: types.optional(),
  excluded_payment_method_types: types.optional(),
};

/** What a confirmation may say. */
const confirmed = {
  error_on_requires_action: flag().optional(),
  mandate: text().optional(),
  mandate_data: mandateData.optional(),
  off_session: z.union([flag(), z.enum(["one_off", "recurring"]).transform(() => true)]).optional(),
  return_url: z.url().optional(),
  use_stripe_sdk: flag().optional(),
};

const automatic = parameters({ enabled: flag(), allow_redirects: z.enum(["always", "never"]).optional() });
const cents = integer(1, 99_999_999);

export const intentCreation = parameters({
  amount: cents,
  currency: currency(),
  customer: text().optional(),
  confirm: flag().optional(),
  capture_method: z.enum(["automatic", "automatic_async"]).optional(),
  confirmation_method: z.enum(["automatic", "manual"]).optional(),
  automatic_payment_methods: automatic.optional(),
  ...described,
  ...paid,
  ...confirmed,
});

export const intentUpdate = parameters({
  amount: cents.optional(),
  currency: currency().optional(),
  customer: text().optional(),
  ...described,
  ...paid,
});

export const intentConfirmation = parameters({
  receipt_email: described.receipt_email,
  setup_future_usage: described.setup_future_usage,
  shipping: described.shipping,
  ...paid,
  ...confirmed,
});

export const setupIntentCreation = parameters({
  customer: text().optional(),
  confirm: flag().optional(),
  description: clearable(text()).optional(),
  metadata: metadata().optional(),
  automatic_payment_methods: automatic.optional(),
  usage: z.enum(["off_session", "on_session"]).optional(),
  ...paid,
  mandate_data: confirmed.mandate_data,
  return_url: confirmed.return_url,
  use_stripe_sdk: confirmed.use_stripe_sdk,
});

export const setupIntentUpdate = parameters({
  customer: text().optional(),
  description: clearable(text()).optional(),
  metadata: metadata().optional(),
  ...paid,
});

export const setupIntentConfirmation = parameters({
  ...paid,
  mandate_data: confirmed.mandate_data,
  return_url: confirmed.return_url,
  use_stripe_sdk: confirmed.use_stripe_sdk,
});

export type IntentCreation = z.output<typeof intentCreation>;
export type IntentUpdate = z.output<typeof intentUpdate>;
export type IntentConfirmation = z.output<typeof intentConfirmation>;
export type SetupIntentCreation = z.output<typeof setupIntentCreation>;
