import { type ErrorBody, StripeError } from "./errors";

/** What a request is answered with; no status means no answer at all, the connection is broken off. */
export interface Outcome {
  status: number | null;
  body: string;
  /** The request whose answer this repeats. */
  original?: string;
}

export const NO_ANSWER: Outcome = { status: null, body: "" };

/** An error as Stripe answers it. What is no such error is a fault of the sandbox, and goes to its log. */
export function failure(error: unknown, requestId: string): Outcome {
  if (!(error instanceof StripeError)) console.error(`stripe sandbox: ${requestId}:`, error);
  const { status, body } = error instanceof StripeError ? error : SANDBOX_FAILED;
  return { status, body: JSON.stringify({ error: { ...body, ...docs(body) } }, null, 2) };
}

const SANDBOX_FAILED = new StripeError(500, {
  type: "api_error",
  message: "The sandbox failed; its log says why.",
});

function docs({ code }: ErrorBody): { doc_url?: string } {
  return code ? { doc_url: `https://stripe.com/docs/error-codes/${code.replace(/_/g, "-")}` } : {};
}
