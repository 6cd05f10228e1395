import Stripe from "stripe";
import type { RechargeAttempt } from "@/lib/db/generated/client";
import { formatCredits, nano } from "@/lib/values/money";
import { ensureCustomer } from "../ensure-customer";
import { fulfilIntent, readIntent } from "../fulfil";
import { idOf, isPassing, stripe } from "../stripe";
import { noteDecline, noteProcessing, noteRequiresAction } from "./outcomes";

/**
 * Charges the card for an attempt. The same attempt has the same key, so that to call this again after an unknown end
 * (a crash, a lost answer) is to ask what became of it. What nobody answered stays as it is, and is asked about later.
 */
export async function charge(attempt: RechargeAttempt): Promise<void> {
  const customer = await ensureCustomer(attempt.accountId);
  try {
    const { id } = await stripe().paymentIntents.create(intentOf(attempt, customer), {
      idempotencyKey: `recharge:${attempt.id}`,
    });
    await follow(attempt, await readIntent(id));
  } catch (error) {
    if (isPassing(error) || error instanceof Stripe.errors.StripeIdempotencyError) return;
    if (error instanceof Stripe.errors.StripeCardError) {
      return declined(attempt, error.payment_intent?.id ?? null, codeOf(error));
    }
    // The card is gone at Stripe, or something else that no repetition mends.
    if (error instanceof Stripe.errors.StripeInvalidRequestError)
      return noteDecline(attempt, null, error.code ?? "invalid_request");
    throw error;
  }
}

/** Brings an attempt to where a payment intent of it is. */
export async function follow(attempt: RechargeAttempt, intent: Stripe.PaymentIntent): Promise<void> {
  switch (intent.status) {
    case "succeeded":
      await fulfilIntent(intent);
      return;
    case "processing":
      return noteProcessing(attempt, intent.id);
    case "requires_action":
    case "requires_confirmation":
      return noteRequiresAction(attempt, intent.id);
    case "requires_payment_method": {
      return declined(attempt, intent.id, codeOf(intent.last_payment_error));
    }
    default:
      return noteDecline(attempt, intent.id, "canceled");
  }
}

interface Fault {
  advice_code?: string | null | undefined;
  decline_code?: string | null | undefined;
  code?: string | null | undefined;
}

/** Why it was declined; that the bank wants no other try counts more than why. */
function codeOf(fault: Fault | null): string {
  if (fault?.advice_code === "do_not_try_again") return "do_not_try_again";
  // The package gives "" for what Stripe left out.
  return fault?.decline_code || fault?.code || "card_declined";
}

function declined(attempt: RechargeAttempt, intentId: string | null, code: string): Promise<void> {
  // To be tried with the person there, never again without them.
  return code === "authentication_required"
    ? noteRequiresAction(attempt, intentId)
    : noteDecline(attempt, intentId, code);
}

function intentOf(attempt: RechargeAttempt, customer: string): Stripe.PaymentIntentCreateParams {
  const { accountId, id, amountCents, currency, credits, paymentMethodId } = attempt;
  return {
    amount: Number(amountCents),
    currency,
    customer,
    payment_method: paymentMethodId,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    off_session: true,
    confirm: true,
    description: `Auto-recharge of ${formatCredits(nano(credits))} ECU`,
    metadata: { account_id: accountId, attempt_id: id },
  };
}

/** The pages on which a person was asked to confirm an attempt, the newest first. */
export async function sessionsOf(attempt: RechargeAttempt): Promise<Stripe.Checkout.Session[]> {
  const customer = await ensureCustomer(attempt.accountId);
  const created = { gte: Math.floor(attempt.createdAt.getTime() / 1_000) - 300 };
  const found: Stripe.Checkout.Session[] = [];
  for await (const session of stripe().checkout.sessions.list({ customer, created, limit: 100 }))
    if (session.metadata?.attempt_id === attempt.id) found.push(session);
  return found;
}

/** The payments of an attempt that Stripe knows, the newest first. */
export async function intentsOf(attempt: RechargeAttempt): Promise<Stripe.PaymentIntent[]> {
  const customer = await ensureCustomer(attempt.accountId);
  const created = { gte: Math.floor(attempt.createdAt.getTime() / 1_000) - 300 };
  const found: Stripe.PaymentIntent[] = [];
  for await (const intent of stripe().paymentIntents.list({ customer, created, limit: 100 }))
    if (intent.metadata.attempt_id === attempt.id) found.push(intent);
  return found.filter(({ customer: owner }) => idOf(owner) === customer);
}
