/** What Stripe says of an error, without what is the same for all. */
export interface ErrorBody {
  type: "invalid_request_error" | "card_error" | "idempotency_error" | "api_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  charge?: string;
  payment_intent?: object;
  setup_intent?: object;
  payment_method?: object;
}

/** Ends a request with one of Stripe's errors, and undoes what the request did. */
export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
  ) {
    super(body.message);
  }

  /** True where what the request did stays, as the failed attempt of a declined payment does. */
  get keeps(): boolean {
    return false;
  }
}

/** The request was carried out, and the card was declined. */
export class CardError extends StripeError {
  constructor(body: Omit<ErrorBody, "type">) {
    super(402, { type: "card_error", ...body });
  }

  override get keeps(): boolean {
    return true;
  }
}

/** A request that asks for what cannot be. */
export function invalid(message: string, param?: string, code?: string): StripeError {
  return new StripeError(400, { type: "invalid_request_error", message, param, code });
}

/** An id that leads nowhere: 404 where it stands in the path, 400 where it is a parameter. */
export function missing(what: string, id: string, param = "id"): StripeError {
  return new StripeError(param === "id" ? 404 : 400, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${what}: '${id}'`,
    param,
  });
}
