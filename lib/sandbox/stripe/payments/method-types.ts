import { invalid } from "../server/errors";

interface TypeParameters {
  payment_method_types?: string[];
  allowed_payment_method_types?: string[];
  excluded_payment_method_types?: string[];
}

const KNOWN = ["card", "us_bank_account"];

/** How an intent may be paid. `payment_method_types` is a parameter of versions before the pinned one only. */
export function methodTypesOf(params: TypeParameters, currency: string, legacy: boolean): string[] {
  if (params.payment_method_types && !legacy)
    throw invalid(
      "Received unknown parameter: payment_method_types",
      "payment_method_types",
      "parameter_unknown",
    );
  const given = params.allowed_payment_method_types ?? params.payment_method_types;
  const automatic = currency === "usd" ? KNOWN : ["card"];
  const excluded = params.excluded_payment_method_types ?? [];
  const types = (given ?? automatic).filter((type) => !excluded.includes(type));
  const strange = types.find((type) => !KNOWN.includes(type));
  if (strange !== undefined)
    throw invalid(
      `The payment method type provided: ${strange} is invalid. The sandbox knows ${KNOWN.join(" and ")}.`,
      params.payment_method_types ? "payment_method_types" : "allowed_payment_method_types",
    );
  return types;
}
