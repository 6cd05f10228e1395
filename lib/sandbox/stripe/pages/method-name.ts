import type Stripe from "stripe";

const BRANDS: Readonly<Record<string, string>> = {
  visa: "Visa",
  mastercard: "Mastercard",
  amex: "American Express",
  discover: "Discover",
  diners: "Diners Club",
  jcb: "JCB",
  unionpay: "UnionPay",
};

/** A saved card or account as people call it: `Visa •••• 4242`. */
export function methodName({
  type,
  card,
  us_bank_account: bank,
}: Pick<Stripe.PaymentMethod, "type" | "card" | "us_bank_account">): string {
  if (card) return `${BRANDS[card.brand] ?? "Card"} •••• ${card.last4}`;
  if (bank) return `${bank.bank_name ?? "Bank account"} •••• ${bank.last4 ?? ""}`;
  return type;
}
