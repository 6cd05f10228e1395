import type Stripe from "stripe";
import { invalid } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { instrumentOf } from "./attach";
import { failIntent } from "./fail-intent";
import { succeed } from "./make-charge";
import { succeedIntent } from "./succeed-intent";
import { behaviourOf } from "./test-cards";

/** The bank has answered: the debit of a `processing` intent went through, or failed for this reason. */
export function settleIntent(tx: Tx, id: string, failure: string | null): Stripe.PaymentIntent {
  const intent = tx.need("payment_intent", id);
  if (intent.status !== "processing") throw invalid(`The payment is not on its way; it is ${intent.status}.`);
  const chargeId = idOf(intent.latest_charge) ?? "";
  if (failure === null) return succeedIntent(tx, id, succeed(tx, chargeId));
  const message = `The customer's bank account could not be debited (${failure}).`;
  const charge = tx.change("charge", chargeId, {
    captured: false,
    failure_code: failure,
    failure_message: message,
    paid: false,
    status: "failed",
  });
  tx.emit("charge.failed", charge);
  const method = tx.need("payment_method", charge.payment_method ?? "");
  failIntent(tx, id, method, charge, { code: failure, declineCode: failure, message });
  return tx.need("payment_intent", id);
}

/** What happens by itself after a while: what the account number is there for. */
export function settleByItself(tx: Tx, id: string): void {
  const intent = tx.get("payment_intent", id);
  if (intent?.status !== "processing") return;
  const { bankFailure } = behaviourOf(instrumentOf(tx, idOf(intent.payment_method) ?? "").number);
  settleIntent(tx, id, bankFailure ?? null);
}
