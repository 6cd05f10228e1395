import type Stripe from "stripe";
import { timeOf } from "./stripe";

/** What an intent's charge tells of its payment. */
export interface ChargeFacts {
  chargeId: string | null;
  receiptUrl: string | null;
  paidAt: Date;
}

/** The charge of an intent that was read with it. */
export function chargeOf({ latest_charge: charge, created }: Stripe.PaymentIntent): ChargeFacts {
  if (charge === null || typeof charge === "string")
    return { chargeId: charge, receiptUrl: null, paidAt: timeOf(created) };
  return { chargeId: charge.id, receiptUrl: charge.receipt_url, paidAt: timeOf(charge.created) };
}
