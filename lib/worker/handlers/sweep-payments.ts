import { isPassing } from "@/lib/purchases/stripe";
import { sweepRecharges } from "@/lib/purchases/recharge/sweep";
import { sweepPurchases } from "@/lib/purchases/sweep-purchases";
import { log } from "@/lib/web/log";
import type { Handler } from "../handler";

/**
 * Asks Stripe about purchases and auto-recharges of which nothing was heard. It comes again in a minute: an outage leaves no heap of jobs
 * behind, and what cannot be asked about keeps nothing else waiting.
 */
export const sweepPayments: Handler = async () => {
  const ends = await Promise.allSettled([sweepRecharges(), sweepPurchases()]);
  const faults = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
  for (const error of faults.filter(isPassing))
    log.warn({ err: error }, "Stripe cannot be asked about payments");
  const bugs = faults.filter((error) => !isPassing(error));
  if (bugs.length > 0) throw bugs[0];
};
