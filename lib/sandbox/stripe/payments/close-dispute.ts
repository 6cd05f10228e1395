import type Stripe from "stripe";
import { invalid } from "../server/errors";
import type { Tx } from "../tx";
import { reinstate, withdraw } from "./open-dispute";

const OPEN = ["needs_response", "under_review", "warning_needs_response", "warning_under_review"];

/** The bank decides for us: what was taken comes back. An inquiry ends without anything having moved. */
export function winDispute(tx: Tx, id: string): Stripe.Dispute {
  const { status } = openOne(tx, id);
  if (status.startsWith("warning")) return close(tx, id, "warning_closed");
  tx.change("dispute", id, { status: "won", is_charge_refundable: true });
  const won = reinstate(tx, id);
  tx.emit("charge.dispute.closed", won);
  return won;
}

/** The bank decides for the person. An inquiry becomes a chargeback first. */
export function loseDispute(tx: Tx, id: string): Stripe.Dispute {
  if (openOne(tx, id).status.startsWith("warning")) escalateDispute(tx, id);
  return close(tx, id, "lost");
}

/** An inquiry becomes a chargeback: the money is taken. */
export function escalateDispute(tx: Tx, id: string): Stripe.Dispute {
  const { status, payment_method_details: how } = openOne(tx, id);
  if (!status.startsWith("warning")) throw invalid("Only an inquiry can become a chargeback.");
  const dispute = tx.change("dispute", id, {
    status: "needs_response",
    is_charge_refundable: false,
    ...(how?.card && {
      payment_method_details: { ...how, card: { ...how.card, case_type: "chargeback" as const } },
    }),
  });
  tx.emit("charge.dispute.updated", dispute, { status });
  return withdraw(tx, id);
}

function close(tx: Tx, id: string, status: Stripe.Dispute.Status): Stripe.Dispute {
  const dispute = tx.change("dispute", id, { status, is_charge_refundable: status !== "lost" });
  tx.emit("charge.dispute.closed", dispute);
  return dispute;
}

function openOne(tx: Tx, id: string): Stripe.Dispute {
  const dispute = tx.need("dispute", id);
  if (!OPEN.includes(dispute.status))
    throw invalid(`The dispute is closed already: it is ${dispute.status}.`);
  return dispute;
}
