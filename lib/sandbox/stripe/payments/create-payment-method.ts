import type Stripe from "stripe";
import { invalid, missing } from "../server/errors";
import { newId } from "../store/ids";
import type { Tx } from "../tx";
import { cardDetails, type CardInput, fingerprintOf } from "./card-details";
import type { BillingDetails, PaymentMethodData } from "./payment-method-schema";
import { bankAccountBehind, cardBehind } from "./test-tokens";

/** Makes a payment method of what somebody typed in or of a test token. It belongs to nobody yet. */
export function createPaymentMethod(tx: Tx, data: PaymentMethodData): Stripe.PaymentMethod {
  if (data.type === "card") {
    if (!data.card) throw invalid("Missing required param: card.", "card", "parameter_missing");
    const card = "token" in data.card ? behindToken(tx, data.card.token) : data.card;
    return store(tx, data, card.number.replace(/[\s-]/g, ""), { card: cardDetails(card, tx.now) });
  }
  const account = data.us_bank_account;
  if (!account)
    throw invalid("Missing required param: us_bank_account.", "us_bank_account", "parameter_missing");
  if (!data.billing_details?.name)
    throw invalid(
      "Missing required param: billing_details[name].",
      "billing_details[name]",
      "parameter_missing",
    );
  return store(tx, data, account.account_number, {
    us_bank_account: {
      account_holder_type: account.account_holder_type ?? "individual",
      account_type: account.account_type ?? "checking",
      bank_name: "STRIPE TEST BANK",
      financial_connections_account: null,
      fingerprint: fingerprintOf(account.account_number),
      last4: account.account_number.slice(-4),
      networks: { preferred: "ach", supported: ["ach"] },
      routing_number: account.routing_number,
      status_details: {},
    },
  });
}

/** The payment method of an id; a test token (`pm_card_visa`) becomes a new one, as at Stripe. */
export function paymentMethodOf(tx: Tx, id: string, param = "payment_method"): Stripe.PaymentMethod {
  const known = tx.get("payment_method", id);
  if (known) return known;
  const account = id.startsWith("pm_usBankAccount") ? bankAccountBehind(id) : undefined;
  if (account)
    return createPaymentMethod(tx, {
      type: "us_bank_account",
      us_bank_account: { account_number: account, routing_number: "110000000" },
      billing_details: { name: "Jenny Rosen" },
    });
  if (cardBehind(id) === undefined) throw missing("PaymentMethod", id, param);
  return createPaymentMethod(tx, { type: "card", card: { token: id } });
}

function behindToken(tx: Tx, token: string): CardInput {
  const number = cardBehind(token);
  if (number === undefined) throw missing("token", token, "card[token]");
  return { number, exp_month: 12, exp_year: new Date(tx.now * 1000).getUTCFullYear() + 4, cvc: "123" };
}

function store(
  tx: Tx,
  data: PaymentMethodData,
  number: string,
  details: Pick<Stripe.PaymentMethod, "card" | "us_bank_account">,
): Stripe.PaymentMethod {
  const id = newId("pm");
  tx.remember("_instrument", id, { number, setUp: false, spent: false });
  return tx.put("payment_method", {
    id,
    object: "payment_method",
    allow_redisplay: data.allow_redisplay ?? "unspecified",
    billing_details: billingOf(data.billing_details),
    ...details,
    created: tx.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: data.metadata ?? {},
    type: data.type,
  });
}

/** Billing details after an update, with every field. */
export function billingOf(
  change: BillingDetails | undefined,
  now?: Stripe.PaymentMethod.BillingDetails,
): Stripe.PaymentMethod.BillingDetails {
  const none = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return {
    address: { ...none, ...now?.address, ...change?.address },
    email: change?.email === undefined ? (now?.email ?? null) : change.email,
    name: change?.name === undefined ? (now?.name ?? null) : change.name,
    phone: change?.phone === undefined ? (now?.phone ?? null) : change.phone,
    tax_id: change?.tax_id ?? now?.tax_id ?? null,
  };
}
