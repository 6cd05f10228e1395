import { isPassing } from "@/lib/purchases/stripe";
import { sweepRecharges } from "@/lib/purchases/recharge/sweep";
import { sweepPurchases } from "@/lib/purchases/sweep-purchases";
import { log } from "@/lib/web/log";
import type { Handler } from "../handler";

/** Asks Stripe about purchases and auto-recharges of which nothing was heard. It comes again in a minute: an outage leaves no heap of jobs behind. */
export const sweepPayments: Handler = async () => {
  try {
    await sweepPurchases();
    await sweepRecharges();
  } catch (error) {
    if (!isPassing(error)) throw error;
    log.warn({ err: error }, "Stripe cannot be asked about purchases");
  }
};
