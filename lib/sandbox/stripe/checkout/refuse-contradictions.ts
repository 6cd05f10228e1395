import { invalid } from "../server/errors";
import type { Creation } from "./session-schema";

/** The longest time for which a session stays open, in seconds. */
export const DAY = 24 * 3600;
const HALF_HOUR = 1800;

/** Refuses parameters that do not go together. */
export function refuseContradictions(params: Creation, now: number): void {
  const { mode = "payment", expires_at: expires } = params;
  if (mode === "subscription") throw invalid("The sandbox knows no subscriptions.", "mode");
  if (params.customer && params.customer_email)
    throw invalid("You may only specify one of these parameters: customer, customer_email.", "customer");
  if (!params.success_url)
    throw invalid("Missing required param: success_url.", "success_url", "parameter_missing");
  for (const name of ["success_url", "cancel_url"] as const)
    if (params[name] !== undefined && !/^https?:\/\//.test(params[name]))
      throw invalid("Not a valid URL", name, "url_invalid");
  if (mode === "payment" && !params.line_items)
    throw invalid("Missing required param: line_items.", "line_items", "parameter_missing");
  if (mode === "setup" && params.line_items)
    throw invalid("You can not pass `line_items` in `setup` mode.", "line_items");
  if (mode === "setup" && params.payment_intent_data)
    throw invalid("You can not pass `payment_intent_data` in `setup` mode.", "payment_intent_data");
  if (mode === "payment" && params.setup_intent_data)
    throw invalid("You can not pass `setup_intent_data` in `payment` mode.", "setup_intent_data");
  if (expires !== undefined && (expires < now + HALF_HOUR || expires > now + DAY))
    throw invalid(
      "The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from Checkout Session creation.",
      "expires_at",
    );
}
