import Stripe from "stripe";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/values/refusal";

/** What kind of money is moved: real money, Stripe's test money, or that of a stand-in on this machine. */
export type StripeMode = "live" | "test" | "sandbox";

const TIMEOUT_MS = 20_000;
const STRIPE_HOST = "api.stripe.com";

let kept: { key: string; base: string; client: Stripe } | undefined;

/** How this installation sells; null when it has no key and sells nothing. */
export function stripeMode(): StripeMode | null {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_BASE: base } = env();
  if (!key) return null;
  if (/^(sk|rk)_live_/.test(key)) return "live";
  return new URL(base).hostname === STRIPE_HOST ? "test" : "sandbox";
}

/** Stripe, as the environment names it. @throws Refusal `unprocessable` where there is no key. */
export function stripe(): Stripe {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_BASE: base } = env();
  if (!key)
    throw new Refusal(
      "unprocessable",
      "This installation sells no credit: its operator has not set STRIPE_SECRET_KEY.",
    );
  if (kept?.key !== key || kept.base !== base) kept = { key, base, client: clientOf(key, base) };
  return kept.client;
}

/** What seals the webhooks. */
export function webhookSecret(): string | undefined {
  return env().STRIPE_WEBHOOK_SECRET;
}

function clientOf(key: string, base: string): Stripe {
  const { protocol, hostname, port } = new URL(base);
  const isPlain = protocol === "http:";
  return new Stripe(key, {
    host: hostname,
    port: port || (isPlain ? 80 : 443),
    protocol: isPlain ? "http" : "https",
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 2,
    telemetry: false,
    appInfo: { name: "Ecu" },
  });
}

/**
 * Calls Stripe for a person who waits. What they can do nothing about is an `unavailable`, with nothing charged: every call that
 * changes something has a key of its own, so that trying again is safe.
 */
export async function asking<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (isPassing(error))
      throw new Refusal(
        "unavailable",
        "Stripe cannot be reached at the moment. Nothing was charged twice; try again.",
        [],
        5,
      );
    throw error;
  }
}

/** A fault that may be over in a moment: the network, Stripe itself, too many calls. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError ||
    // Another call with the same key, or on the same object, is still under way.
    (error instanceof Stripe.errors.StripeError && error.statusCode === 409)
  );
}

/** Stripe does not know the object: it is of another mode or account, or was deleted. */
export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}

/** The id of what Stripe gives as an id, an object or nothing. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === "string" ? reference : (reference?.id ?? null);
}

/** Stripe's seconds as a time. */
export function timeOf(seconds: number): Date {
  return new Date(seconds * 1_000);
}
