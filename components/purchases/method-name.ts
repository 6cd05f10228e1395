import type { SavedMethod } from "@/lib/purchases/payment-methods/list";
import { sentenceOf } from "@/lib/values/display/sentence";

const NAMES: Readonly<Record<string, string>> = {
  amex: "American Express",
  diners: "Diners Club",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  us_bank_account: "Bank account",
  visa: "Visa",
};

/** A saved card or account as people know it: "Visa ending in 4242". */
export function methodName({ kind, brand, last4 }: Pick<SavedMethod, "kind" | "brand" | "last4">): string {
  const word = brand || kind;
  const name = NAMES[word] ?? sentenceOf(word);
  return last4 ? `${name} ending in ${last4}` : name;
}
