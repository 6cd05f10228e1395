import type Stripe from "stripe";
import { CardError, invalid } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { attach, bind, instrumentOf } from "./attach";
import { checkReturn } from "./check-return";
import { type Decline, errorOf } from "./declines";
import { mandateFor } from "./mandates";
import { outcomeOf } from "./outcome";
import { behaviourOf } from "./test-cards";

export interface SetupConfirmation {
  /** The payment method; none for the one that the intent has. */
  method?: Stripe.PaymentMethod | null;
  returnUrl?: string;
  /** True when the person has just confirmed with the bank. */
  confirmed?: boolean;
}

const FAILED: Decline = {
  code: "setup_intent_authentication_failure",
  declineCode: "setup_intent_authentication_failure",
  message: "The latest attempt to set up the payment method has failed because authentication failed.",
};

/**
 * Tries to save a payment method for later payments. The intent is then `succeeded` or `requires_action`; a decline is
 * thrown as a `CardError`.
 */
export function confirmSetup(tx: Tx, id: string, how: SetupConfirmation): Stripe.SetupIntent {
  const intent = tx.need("setup_intent", id);
  if (!["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status))
    throw invalid(
      `You cannot confirm this SetupIntent because it has a status of ${intent.status}.`,
      undefined,
      "setup_intent_unexpected_state",
    );
  const method =
    how.method ?? (intent.payment_method && tx.need("payment_method", idOf(intent.payment_method)));
  if (!method)
    throw invalid(
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
      undefined,
      "setup_intent_unexpected_state",
    );
  if (!how.confirmed) checkReturn(intent.automatic_payment_methods, how.returnUrl);
  tx.change("setup_intent", id, { payment_method: method.id, last_setup_error: null, next_action: null });
  return method.type === "card" ? saveCard(tx, id, method, how) : save(tx, id, method);
}

/** The person has confirmed a setup with the bank, or failed to. */
export function authenticateSetup(tx: Tx, id: string, passed: boolean): Stripe.SetupIntent {
  const intent = tx.need("setup_intent", id);
  if (intent.status !== "requires_action")
    throw invalid(`The setup does not ask for anything; it is ${intent.status}.`);
  if (passed) return confirmSetup(tx, id, { confirmed: true });
  throw decline(tx, id, tx.need("payment_method", idOf(intent.payment_method) ?? ""), FAILED);
}

function saveCard(
  tx: Tx,
  id: string,
  method: Stripe.PaymentMethod,
  how: SetupConfirmation,
): Stripe.SetupIntent {
  const instrument = instrumentOf(tx, method.id);
  const { authentication, attaches } = behaviourOf(instrument.number);
  const needsPerson = authentication !== undefined && authentication !== "on_session";
  if (needsPerson && !how.confirmed) return ask(tx, id, how.returnUrl);
  const outcome = outcomeOf(instrument, true, true);
  if (outcome.kind === "declined" && !attaches) throw decline(tx, id, method, outcome.decline);
  return save(tx, id, method);
}

function save(tx: Tx, id: string, method: Stripe.PaymentMethod): Stripe.SetupIntent {
  const intent = tx.need("setup_intent", id);
  const customer = idOf(intent.customer);
  if (customer !== null) {
    if (method.customer === null) bind(tx, method, customer);
    else attach(tx, method, customer);
  }
  const setUp = intent.usage === "off_session";
  const instrument = instrumentOf(tx, method.id);
  tx.remember("_instrument", method.id, { ...instrument, setUp: instrument.setUp || setUp });
  const saved = tx.change("setup_intent", id, {
    status: "succeeded",
    next_action: null,
    mandate: method.type === "card" ? null : mandateFor(tx, method, false),
  });
  tx.emit("setup_intent.succeeded", saved);
  return saved;
}

function ask(tx: Tx, id: string, returnUrl: string | undefined): Stripe.SetupIntent {
  const url = `${tx.url}/authenticate/${id}`;
  const asking = tx.change("setup_intent", id, {
    status: "requires_action",
    next_action:
      returnUrl === undefined
        ? { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url } }
        : { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } },
  });
  tx.emit("setup_intent.requires_action", asking);
  return asking;
}

function decline(tx: Tx, id: string, method: Stripe.PaymentMethod, why: Decline): CardError {
  const error = { ...errorOf(why), payment_method: method };
  const failed = tx.change("setup_intent", id, {
    status: "requires_payment_method",
    payment_method: null,
    next_action: null,
    last_setup_error: { ...error, type: "card_error" } as Stripe.SetupIntent.LastSetupError,
  });
  tx.emit("setup_intent.setup_failed", failed);
  return new CardError({ ...error, setup_intent: failed });
}
