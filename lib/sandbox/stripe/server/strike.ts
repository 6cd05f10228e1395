import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "../control/faults";
import { StripeError } from "./errors";

/** Lets a fault that was asked for strike before the request is carried out, if it is one that does. */
export async function strike({ kind, holdMs }: Fault): Promise<"broken" | "unharmed"> {
  if (kind === "slow" || kind === "drop_after") return "unharmed";
  await wait(holdMs);
  if (kind === "timeout_before") return "broken";
  throw ERRORS[kind];
}

const ERRORS = {
  "500": new StripeError(500, { type: "api_error", message: "An unexpected error occurred." }),
  "429": new StripeError(429, {
    type: "invalid_request_error",
    code: "rate_limit",
    message: "Request rate limit exceeded.",
  }),
  "409": new StripeError(409, {
    type: "invalid_request_error",
    code: "lock_timeout",
    message: "This object cannot be accessed right now because another API request is accessing it.",
  }),
};
