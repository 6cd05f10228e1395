/** Every refusal that a caller can meet, with its HTTP status. The codes are part of the API and never change. */
const STATUS_OF = {
  invalid_request: 400,
  unauthenticated: 401,
  insufficient_credits: 402,
  budget_exceeded: 402,
  mandate_exceeded: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  request_in_progress: 409,
  hold_ended: 409,
  mandate_pending: 409,
  mandate_ended: 409,
  approval_decided: 409,
  already_exists: 409,
  gone: 410,
  too_large: 413,
  idempotency_mismatch: 422,
  mandate_excludes: 422,
  out_of_range: 422,
  unprocessable: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof STATUS_OF;

/** What was wrong with one field of the input. `field` is a path such as `events.3.input_tokens`. */
export interface FieldFault {
  field: string;
  message: string;
}

/**
 * An expected "no": the only error that reaches people with its message. Everything else is a bug and is rethrown.
 * The message says what happened and what to do.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly faults: readonly FieldFault[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.status = STATUS_OF[code];
  }
}

/** Foreign and absent things answer alike, so that nobody learns what exists elsewhere. */
export function notFound(what: string): Refusal {
  const where = what === "account" ? "" : " in this account";
  return new Refusal("not_found", `There is no such ${what}${where}.`);
}

export function invalid(field: string, message: string): Refusal {
  return new Refusal("invalid_request", `${field}: ${message}.`, [{ field, message }]);
}
