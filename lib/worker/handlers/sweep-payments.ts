import { sweepPurchases } from "@/lib/purchases/sweep-purchases";
import type { Handler } from "../handler";

/** Asks Stripe about purchases of which nothing was heard. */
export const sweepPayments: Handler = async () => {
  await sweepPurchases();
};
