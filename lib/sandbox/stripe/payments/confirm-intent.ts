import type Stripe from "stripe";
import { type CardError, invalid, type StripeError } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { bind, instrumentOf, usedUp } from "./attach";
import { checkReturn } from "./check-return";
import { type Decline, DECLINES } from "./declines";
import { failIntent } from "./fail-intent";
import { makeCharge } from "./make-charge";
import { mandateFor } from "./mandates";
import { outcomeOf } from "./outcome";
import { chargedOf, succeedIntent } from "./succeed-intent";

/** Until a bank says whether a debit went through, in seconds, if nobody settles or fails it before. */
const BANK_SECONDS = 30;

export interface Confirmation {
  /** The payment method; none for the one that the intent has. */
  method?: Stripe.PaymentMethod | null;
  /** True when the person is not there. */
  offSession?: boolean;
  /** Where the person goes after confirming the payment with the bank. */
  returnUrl?: string;
  /** True when a payment that asks for the person is to fail instead. */
  failsWhenAsked?: boolean;
  /** True when the person has just confirmed the payment with the bank. */
  confirmed?: boolean;
}

/**
 * Tries to have an intent paid. It is then `succeeded`, `processing` (a bank debit) or `requires_action`; a declined
 * one waits for another payment method, and the decline is thrown as a `CardError`, which keeps all of this.
 */
export function confirmIntent(tx: Tx, id: string, how: Confirmation): Stripe.PaymentIntent {
  const intent = tx.need("payment_intent", id);
  if (!["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status))
    throw unexpected(intent);
  const method =
    how.method ?? (intent.payment_method && tx.need("payment_method", idOf(intent.payment_method)));
  if (!method)
    throw invalid(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      undefined,
      "payment_intent_unexpected_state",
    );
  checkMethod(tx, intent, method);
  if (!how.confirmed) checkReturn(intent.automatic_payment_methods, how.returnUrl);
  tx.change("payment_intent", id, {
    payment_method: method.id,
    last_payment_error: null,
    next_action: null,
    payment_method_options: optionsOf(method),
  });
  return method.type === "card" ? payByCard(tx, id, method, how) : payByBank(tx, id, method, how);
}

function payByCard(
  tx: Tx,
  id: string,
  method: Stripe.PaymentMethod,
  how: Confirmation,
): Stripe.PaymentIntent {
  const present = !how.offSession;
  const outcome = outcomeOf(instrumentOf(tx, method.id), present, how.confirmed ?? false);
  if (outcome.kind === "asks") {
    if (how.failsWhenAsked) throw decline(tx, id, method, DECLINES.authenticationRequired, how);
    return ask(tx, id, how.returnUrl);
  }
  if (outcome.kind === "declined") throw decline(tx, id, method, outcome.decline, how);
  const charge = makeCharge(tx, chargedOf(tx.need("payment_intent", id)), method, {
    status: "succeeded",
    confirmed: how.confirmed ?? false,
    mandate: null,
  });
  return succeedIntent(tx, id, charge);
}

function payByBank(
  tx: Tx,
  id: string,
  method: Stripe.PaymentMethod,
  how: Confirmation,
): Stripe.PaymentIntent {
  const intent = tx.need("payment_intent", id);
  const customer = idOf(intent.customer);
  if (intent.setup_future_usage && customer !== null) bind(tx, method, customer);
  const charge = makeCharge(tx, chargedOf(intent), method, {
    status: "pending",
    confirmed: false,
    mandate: mandateFor(tx, method, how.offSession ?? false),
  });
  const processing = tx.change("payment_intent", id, {
    status: "processing",
    latest_charge: charge.id,
  });
  tx.schedule("payment.settle", id, tx.now + BANK_SECONDS);
  tx.emit("payment_intent.processing", processing);
  return processing;
}

function ask(tx: Tx, id: string, returnUrl: string | undefined): Stripe.PaymentIntent {
  const url = `${tx.url}/authenticate/${id}`;
  const asking = tx.change("payment_intent", id, {
    status: "requires_action",
    next_action:
      returnUrl === undefined
        ? { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url } }
        : { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } },
  });
  tx.emit("payment_intent.requires_action", asking);
  return asking;
}

function decline(
  tx: Tx,
  id: string,
  method: Stripe.PaymentMethod,
  why: Decline,
  how: Confirmation,
): CardError {
  const charge = makeCharge(tx, chargedOf(tx.need("payment_intent", id)), method, {
    status: "failed",
    decline: why,
    confirmed: how.confirmed ?? false,
    mandate: null,
  });
  return failIntent(tx, id, method, charge, why);
}

function checkMethod(tx: Tx, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  if (!intent.payment_method_types.includes(method.type))
    throw invalid(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. It can be paid by: ${intent.payment_method_types.join(", ")}.`,
      "payment_method",
      "payment_intent_invalid_parameter",
    );
  const owner = idOf(method.customer);
  if (owner !== null && owner !== idOf(intent.customer))
    throw invalid(
      intent.customer === null
        ? `The PaymentMethod ${method.id} is attached to a Customer. To use it with this PaymentIntent, specify the Customer in the 'customer' parameter.`
        : `The PaymentMethod ${method.id} does not belong to the Customer of this PaymentIntent. Check that both belong to the same Customer.`,
      "payment_method",
    );
  const instrument = instrumentOf(tx, method.id);
  if (owner === null && instrument.spent) throw usedUp();
}

function optionsOf({ type }: Stripe.PaymentMethod): Stripe.PaymentIntent.PaymentMethodOptions {
  if (type !== "card") return { us_bank_account: { verification_method: "automatic" } };
  return {
    card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
  };
}

function unexpected(intent: Stripe.PaymentIntent): StripeError {
  const why =
    intent.status === "succeeded"
      ? "because it has already succeeded after being previously confirmed"
      : `because it has a status of ${intent.status}`;
  const error = invalid(
    `You cannot confirm this PaymentIntent ${why}.`,
    undefined,
    "payment_intent_unexpected_state",
  );
  error.body.payment_intent = intent;
  return error;
}
