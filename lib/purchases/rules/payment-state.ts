import { isOpen } from "./dispute-state";

/** How a payment stands: what was paid, and what was to be paid and was not. */
const PAYMENT_STATES = [
  "paid",
  "refund_pending",
  "part_refunded",
  "refunded",
  "disputed",
  "dispute_lost",
  "open",
  "processing",
  "requires_action",
  "failed",
  "declined",
  "expired",
  "canceled",
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

interface Paid {
  chargedCents: bigint;
  /** What went back by refunds, and what disputes have taken and not given back. */
  refundedCents: bigint;
  disputedCents: bigint;
  refunds: readonly { status: string }[];
  disputes: readonly { status: string }[];
}

/** How money that came stands now. What needs a hand is said first: an open dispute before any refund. */
export function stateOfPaid({
  chargedCents,
  refundedCents,
  disputedCents,
  refunds,
  disputes,
}: Paid): PaymentState {
  if (disputes.some(({ status }) => isOpen(status))) return "disputed";
  if (disputedCents > 0n) return "dispute_lost";
  if (refunds.some(({ status }) => status === "pending" || status === "requires_action"))
    return "refund_pending";
  if (refundedCents >= chargedCents) return "refunded";
  return refundedCents > 0n ? "part_refunded" : "paid";
}

/** How a purchase or charge stands that has brought nothing yet. One that is on its way to Stripe is open. */
export function stateOfUnpaid(status: string): PaymentState {
  return PAYMENT_STATES.find((state) => state === status) ?? "open";
}
