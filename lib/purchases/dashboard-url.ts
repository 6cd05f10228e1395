import { env } from "@/lib/env";
import { stripeMode } from "./stripe";

/** Where operators look at a payment at Stripe, and refund it: by the kind of money, live, of a test, or of the stand-in. Null where nothing is sold. */
export function dashboardUrl(paymentIntentId: string): string | null {
  const mode = stripeMode();
  if (mode === null) return null;
  const path = `payments/${encodeURIComponent(paymentIntentId)}`;
  if (mode === "sandbox") return new URL(path, env().STRIPE_API_BASE).href;
  return `https://dashboard.stripe.com/${mode === "test" ? "test/" : ""}${path}`;
}
