import { invalid, StripeError } from "../server/errors";
import type { Creation } from "./session-schema";

const KNOWN = ["card", "us_bank_account"];

/** The ways in which a session can be paid. Of what is allowed, the sandbox knows cards and US bank accounts. */
export function paymentMethodTypes(params: Creation, currency: string | null, legacy: boolean): string[] {
  const { payment_method_types: older, allowed_payment_method_types: allowed } = params;
  if (older && !legacy)
    throw new StripeError(400, {
      type: "invalid_request_error",
      code: "parameter_unknown",
      message: "Received unknown parameter: payment_method_types",
      param: "payment_method_types",
    });
  const excluded = params.excluded_payment_method_types ?? [];
  const wanted = older ?? allowed ?? KNOWN;
  const types = KNOWN.filter(
    (type) =>
      wanted.includes(type) &&
      !excluded.includes(type) &&
      (type === "card" || currency === "usd" || currency === null),
  );
  if (types.length === 0)
    throw invalid(
      "No valid payment method types for this Checkout Session. The sandbox knows card and us_bank_account (in USD).",
      older ? "payment_method_types" : "allowed_payment_method_types",
    );
  return types;
}
