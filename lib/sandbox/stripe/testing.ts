import Stripe from "stripe";
import type { StripeSandbox } from "./start";

/** The unmodified SDK, pointed at a sandbox. It tries nothing again unless it is told to. */
export function sdkOf(
  { port, secretKey }: Pick<StripeSandbox, "port" | "secretKey">,
  maxNetworkRetries = 0,
): Stripe {
  return new Stripe(secretKey, {
    host: "127.0.0.1",
    port,
    protocol: "http",
    maxNetworkRetries,
    timeout: 10_000,
  });
}

/** A call of the control API: a `POST` of the body, or a `GET` without one. */
export async function control<T>({ url }: StripeSandbox, path: string, body?: object): Promise<T> {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(`${url}/_sandbox${path}`, init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** The error that a promise of the SDK ends with. */
export async function errorOf(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error("It was expected to fail with an error of Stripe's.", { cause: error });
}

/** A payment that is confirmed at once, without the person and without a page to come back to. */
export function paying(
  amount: number,
  method: string,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Stripe.PaymentIntentCreateParams {
  return {
    amount,
    currency: "usd",
    payment_method: method,
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    ...more,
  };
}
