import { reconcileStripe } from "@/lib/purchases/reconcile/reconcile-stripe";
import { stripeMode } from "@/lib/purchases/stripe";
import { log } from "@/lib/web/log";
import type { Handler } from "../handler";

/** Holds the books against Stripe and repairs what is certain. What is left stands on the operators' page, and in the log. */
export const reconcile: Handler = async () => {
  if (stripeMode() === null) return;
  const { differences } = await reconcileStripe({ repair: true });
  if (differences.length > 0) log.error({ differences }, "the books differ from Stripe");
};
