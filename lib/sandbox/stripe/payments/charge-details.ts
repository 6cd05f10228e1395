import type Stripe from "stripe";

/** How a charge was paid, as it is described in the charge. */
export function chargeDetails(
  method: Stripe.PaymentMethod,
  { confirmed, mandate }: { confirmed: boolean; mandate: string | null },
): Stripe.Charge.PaymentMethodDetails {
  const { card, us_bank_account: account } = method;
  if (account)
    return {
      type: "us_bank_account",
      us_bank_account: {
        account_holder_type: account.account_holder_type,
        account_type: account.account_type,
        bank_name: account.bank_name,
        fingerprint: account.fingerprint,
        last4: account.last4,
        ...(mandate !== null && { mandate }),
        payment_reference: null,
        routing_number: account.routing_number,
      },
    };
  if (!card) return { type: method.type };
  return { type: "card", card: cardOf(card, confirmed) };
}

function cardOf(
  card: Stripe.PaymentMethod.Card,
  confirmed: boolean,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: null,
    authorization_code: null,
    brand: card.brand,
    checks: card.checks,
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: "disabled" },
    fingerprint: card.fingerprint,
    funding: card.funding,
    incremental_authorization: { status: "unavailable" },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: "unavailable" },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    regulated_status: card.regulated_status,
    three_d_secure: confirmed ? AUTHENTICATED : null,
    transaction_link_id: null,
    wallet: null,
  };
}

const AUTHENTICATED: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: "challenge",
  electronic_commerce_indicator: "05",
  exemption_indicator: null,
  result: "authenticated",
  result_reason: null,
  transaction_id: null,
  version: "2.2.0",
};
