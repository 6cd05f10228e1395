import type { PaymentMethodData } from "../payments/payment-method-schema";
import type { Filled } from "./fields";
import { HOME } from "./card-fields";
import { ROUTING_NUMBER } from "./test-numbers";

/** What somebody wants to pay with, as a form says it: something new, or what was saved. */
export type Means = PaymentMethodData | { type: "saved"; id: string };

/** Reads a form with the fields of a card or bank account, or the choice of a saved one; tells what is wrong in it. */
export function readMeans(values: Record<string, string>): Means | { errors: Filled["errors"] } {
  const { method = "card" } = values;
  if (method === "us_bank_account") return readAccount(values);
  return method === "card" ? readCard(values) : { type: "saved", id: method };
}

/** The form as it is after a test number was chosen; null when none was. */
export function fillIn(values: Record<string, string>): Record<string, string> | null {
  const { fill, fill_account: account, ...rest } = values;
  const name = rest.name || "Ada Lovelace";
  if (fill) return { ...rest, method: "card", number: fill, expiry: "12 / 34", cvc: "123", name };
  if (account)
    return {
      ...rest,
      method: "us_bank_account",
      routing: ROUTING_NUMBER,
      account,
      holder: rest.holder || name,
    };
  return null;
}

function readCard(values: Record<string, string>): Means | { errors: Filled["errors"] } {
  const errors: Filled["errors"] = {};
  const number = (values.number ?? "").replace(/[\s-]/g, "");
  if (number === "") errors.number = "Enter the card number.";
  const [, month, year] = /^\s*(\d{1,2})\s*[/ -]?\s*(?:20)?(\d{2})\s*$/.exec(values.expiry ?? "") ?? [];
  if (!month || !year) errors.expiry = "Enter the date as MM / YY.";
  const cvc = (values.cvc ?? "").trim();
  if (cvc === "") errors.cvc = "Enter the security code.";
  const name = (values.name ?? "").trim();
  if (name === "") errors.name = "Enter the name on the card.";
  if (Object.keys(errors).length > 0) return { errors };
  return {
    type: "card",
    card: { number, exp_month: Number(month), exp_year: 2000 + Number(year), cvc },
    billing_details: { name, address: { country: values.country ?? HOME } },
  };
}

function readAccount(values: Record<string, string>): Means | { errors: Filled["errors"] } {
  const errors: Filled["errors"] = {};
  const holder = (values.holder ?? "").trim();
  const account = (values.account ?? "").replace(/\s/g, "");
  const routing = (values.routing ?? "").replace(/\s/g, "");
  if (holder === "") errors.holder = "Enter the name of the account's holder.";
  if (!/^\d{9}$/.test(routing)) errors.routing = "A routing number has nine digits.";
  if (!/^\d{4,17}$/.test(account)) errors.account = "Enter the account number.";
  return Object.keys(errors).length > 0
    ? { errors }
    : {
        type: "us_bank_account",
        us_bank_account: { account_number: account, routing_number: routing },
        billing_details: { name: holder },
      };
}

/** Where the fault that the bank or Stripe finds belongs in the form; null for one that belongs to none of its fields. */
export function fieldOfFault(param: string | undefined): string | null {
  return { number: "number", exp_month: "expiry", exp_year: "expiry", cvc: "cvc" }[param ?? ""] ?? null;
}
