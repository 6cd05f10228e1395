import type Stripe from "stripe";
import { invalid } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { book } from "./balance";
import { count } from "./create-refund";

/** A refund that was pending has arrived. */
export function succeedRefund(tx: Tx, id: string): Stripe.Refund {
  const before = tx.need("refund", id);
  if (before.status !== "pending" && before.status !== "requires_action")
    throw invalid(`The refund is not pending; it is ${before.status}.`);
  const { pending_reason: _, ...rest } = before;
  const refund = tx.put("refund", { ...rest, status: "succeeded" as const });
  updated(tx, refund, before);
  return refund;
}

/** A refund did not reach the person: the money is back, and the charge counts it no longer. */
export function failRefund(
  tx: Tx,
  id: string,
  status: "failed" | "canceled" = "failed",
  reason = "expired_or_canceled_card",
): Stripe.Refund {
  const before = tx.need("refund", id);
  if (before.status === "failed" || before.status === "canceled")
    throw invalid(`The refund has ended already; it is ${before.status}.`);
  const entry = book(tx, {
    amount: before.amount,
    currency: before.currency,
    source: id,
    type: "refund_failure",
    category: "refund_failure",
    description: "REFUND FAILURE",
  });
  const { pending_reason: _, ...rest } = before;
  const refund = tx.put("refund", {
    ...rest,
    status,
    failure_balance_transaction: entry.id,
    ...(status === "failed" && { failure_reason: reason }),
  });
  count(tx, idOf(before.charge) ?? "", -before.amount);
  updated(tx, refund, before);
  if (status === "failed") tx.emit("refund.failed", refund);
  return refund;
}

function updated(tx: Tx, refund: Stripe.Refund, before: Stripe.Refund): void {
  tx.emit("refund.updated", refund, { status: before.status });
  tx.emit("charge.refund.updated", refund, { status: before.status });
}
