import type Stripe from "stripe";
import { invalid } from "../server/errors";
import { idOf, newId } from "../store/ids";
import type { Tx } from "../tx";
import { instrumentOf } from "./attach";
import { book } from "./balance";
import { behaviourOf } from "./test-cards";

const DAYS_TO_ANSWER = 9;
/** What a dispute costs, in cents. */
const FEE = 1500;

const EVIDENCE_TEXTS = [
  "access_activity_log",
  "billing_address",
  "cancellation_policy",
  "cancellation_policy_disclosure",
  "cancellation_rebuttal",
  "customer_communication",
  "customer_email_address",
  "customer_name",
  "customer_purchase_ip",
  "customer_signature",
  "duplicate_charge_documentation",
  "duplicate_charge_explanation",
  "duplicate_charge_id",
  "product_description",
  "receipt",
  "refund_policy",
  "refund_policy_disclosure",
  "refund_refusal_explanation",
  "service_date",
  "service_documentation",
  "shipping_address",
  "shipping_carrier",
  "shipping_date",
  "shipping_documentation",
  "shipping_tracking_number",
  "uncategorized_file",
  "uncategorized_text",
] as const;

const NO_EVIDENCE = {
  ...(Object.fromEntries(EVIDENCE_TEXTS.map((name) => [name, null])) as Record<
    (typeof EVIDENCE_TEXTS)[number],
    null
  >),
  enhanced_evidence: {},
};

/** The person's bank takes a charge back (all of it that was not refunded), or only asks about it. */
export function openDispute(
  tx: Tx,
  chargeId: string,
  { reason = "fraudulent", inquiry = false }: { reason?: string; inquiry?: boolean },
): Stripe.Dispute {
  const charge = tx.need("charge", chargeId, "charge");
  if (charge.status !== "succeeded" || charge.refunded)
    throw invalid("Only a charge that succeeded and was not refunded in full can be disputed.", "charge");
  if (charge.disputed) throw invalid("The charge is disputed already.", "charge");
  const id = newId("du");
  const brand = charge.payment_method_details?.card?.brand ?? "visa";
  tx.put("dispute", {
    id,
    object: "dispute",
    amount: charge.amount - charge.amount_refunded,
    balance_transactions: [],
    charge: charge.id,
    created: tx.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: tx.now + DAYS_TO_ANSWER * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    ...(charge.payment_method_details?.type === "card" && {
      payment_method_details: {
        card: {
          brand,
          case_type: inquiry ? "inquiry" : "chargeback",
          network: brand,
          network_reason_code: "10.4",
        },
        type: "card" as const,
      },
    }),
    reason,
    status: inquiry ? "warning_needs_response" : "needs_response",
  });
  tx.change("charge", charge.id, { disputed: true });
  tx.emit("charge.dispute.created", tx.need("dispute", id));
  return inquiry ? tx.need("dispute", id) : withdraw(tx, id);
}

/** Takes the money that a dispute is about, and the fee. */
export function withdraw(tx: Tx, id: string): Stripe.Dispute {
  const dispute = move(tx, id, -1);
  tx.emit("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** Gives back the money of a dispute that was won; the fee stays. */
export function reinstate(tx: Tx, id: string): Stripe.Dispute {
  const dispute = move(tx, id, 1);
  tx.emit("charge.dispute.funds_reinstated", dispute);
  return dispute;
}

function move(tx: Tx, id: string, direction: 1 | -1): Stripe.Dispute {
  const dispute = tx.need("dispute", id);
  const entry = book(tx, {
    amount: direction * dispute.amount,
    fee: direction < 0 ? FEE : 0,
    currency: dispute.currency,
    source: id,
    type: "adjustment",
    category: direction < 0 ? "dispute" : "dispute_reversal",
    description: `Chargeback ${direction < 0 ? "withdrawal" : "reversal"} for ${idOf(dispute.charge)}`,
  });
  return tx.change("dispute", id, { balance_transactions: [...dispute.balance_transactions, entry] });
}

/** What the card number of the charge is there for. */
export function openByItself(tx: Tx, chargeId: string): void {
  const charge = tx.get("charge", chargeId);
  if (!charge || charge.disputed || charge.refunded) return;
  const { dispute } = behaviourOf(instrumentOf(tx, charge.payment_method ?? "").number);
  if (dispute) openDispute(tx, chargeId, dispute);
}
