import type Stripe from "stripe";
import { invalid } from "../server/errors";
import { idOf, newId, randomLetters } from "../store/ids";
import type { Tx } from "../tx";
import { instrumentOf } from "./attach";
import { book } from "./balance";
import { behaviourOf } from "./test-cards";

/** Until a refund that is pending, or fails later, comes to its end by itself, in seconds. */
const LATER_SECONDS = 30;

export interface RefundRequest {
  charge: string;
  /** Cents; none for all that is left. */
  amount?: number;
  metadata?: Record<string, string> | null;
  reason?: Stripe.Refund.Reason;
}

/** Gives back a charge, or a part of it. */
export function createRefund(tx: Tx, request: RefundRequest): Stripe.Refund {
  const charge = tx.need("charge", request.charge, "charge");
  const amount = request.amount ?? charge.amount - charge.amount_refunded;
  check(tx, charge, amount);
  const { refund: ending } = behaviourOf(instrumentOf(tx, charge.payment_method ?? "").number);
  const card = charge.payment_method_details?.type === "card";
  const status = ending === "pending" || !card ? "pending" : "succeeded";
  const id = newId(card ? "re" : "pyr");
  const entry = book(tx, {
    amount: -amount,
    currency: charge.currency,
    source: id,
    type: card ? "refund" : "payment_refund",
    category: "refund",
    description: "REFUND FOR CHARGE",
  });
  tx.put("refund", {
    id,
    object: "refund",
    amount,
    balance_transaction: entry.id,
    charge: charge.id,
    created: tx.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: card
      ? {
          card: {
            reference: status === "succeeded" ? String(Number(BigInt(tx.now) % 1_000_000_000n)) : undefined,
            reference_status: status === "succeeded" ? "available" : "pending",
            reference_type: "acquirer_reference_number",
            type: "refund",
          },
          type: "card",
        }
      : { type: "us_bank_transfer", us_bank_transfer: { reference: null, reference_status: null } },
    metadata: request.metadata ?? {},
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    ...(status === "pending" && { pending_reason: "processing" as const }),
    reason: request.reason ?? null,
    receipt_number: `${randomLetters(4)}-${randomLetters(4)}`.toUpperCase(),
    source_transfer_reversal: null,
    status,
    transfer_reversal: null,
  });
  if (status === "pending") tx.schedule("refund.succeed", id, tx.now + LATER_SECONDS);
  if (ending === "fails_later") tx.schedule("refund.fail", id, tx.now + LATER_SECONDS);
  count(tx, charge.id, amount);
  const refund = tx.need("refund", id);
  tx.emit("charge.refunded", tx.need("charge", charge.id), { amount_refunded: charge.amount_refunded });
  tx.emit("refund.created", refund);
  return refund;
}

/** Adds to what was given back of a charge; negative when a refund came to nothing. */
export function count(tx: Tx, chargeId: string, amount: number): Stripe.Charge {
  const charge = tx.need("charge", chargeId);
  const refunded = charge.amount_refunded + amount;
  return tx.change("charge", chargeId, { amount_refunded: refunded, refunded: refunded === charge.amount });
}

function check(tx: Tx, charge: Stripe.Charge, amount: number): void {
  if (charge.status !== "succeeded")
    throw invalid(
      `Charge ${charge.id} has not succeeded, and cannot be refunded.`,
      "charge",
      "charge_not_refundable",
    );
  const stuck = tx
    .all("dispute")
    .some((dispute) => idOf(dispute.charge) === charge.id && !dispute.is_charge_refundable);
  if (stuck)
    throw invalid(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      undefined,
      "charge_disputed",
    );
  const left = charge.amount - charge.amount_refunded;
  if (left === 0)
    throw invalid(`Charge ${charge.id} has already been refunded.`, undefined, "charge_already_refunded");
  if (amount > left)
    throw invalid(
      `Refund amount (${amount} cents) is greater than unrefunded amount on charge (${left} cents)`,
      "amount",
    );
}
