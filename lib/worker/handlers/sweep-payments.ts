import { isPassing } from "@/lib/purchases/stripe";
import { sweepPurchases } from "@/lib/purchases/sweep-purchases";
import { log } from "@/lib/web/log";
import type { Handler } from "../handler";

/** Asks Stripe about purchases of which nothing was heard. It comes again in a minute: an outage leaves no heap of jobs behind. */
export const sweepPayments: Handler = async () => {
  try {
    await sweepPurchases();
  } catch (error) {
    if (!isPassing(error)) throw error;
    log.warn({ err: error }, "Stripe cannot be asked about purchases");
  }
};
