import { escalateDispute, loseDispute, winDispute } from "../payments/close-dispute";
import { createRefund } from "../payments/create-refund";
import { failRefund, succeedRefund } from "../payments/end-refund";
import { openDispute } from "../payments/open-dispute";
import { settleIntent } from "../payments/settle-intent";
import { expireSession } from "../checkout/expire-session";
import { voidInvoice } from "../billing/end-invoice";
import { resend } from "../events/events";
import type { Tx } from "../tx";
import type { Shown } from "./kinds";

/** What people can do to an object: what Stripe's dashboard does, and what a bank or a customer would do. */
export interface Action {
  name: string;
  label: string;
  /** Whether it makes sense as the object is. */
  fits: (tx: Tx, id: string) => boolean;
  run: (tx: Tx, id: string) => object;
}

export const ACTIONS: { readonly [K in Shown]?: readonly Action[] } = {
  event: [{ name: "resend", label: "Resend", fits: () => true, run: (tx, id) => resend(tx, id) }],
  payment_intent: [
    {
      name: "settle",
      label: "Bank confirms the debit",
      fits: processing,
      run: (tx, id) => settleIntent(tx, id, null),
    },
    {
      name: "fail",
      label: "Bank refuses the debit",
      fits: processing,
      run: (tx, id) => settleIntent(tx, id, "insufficient_funds"),
    },
  ],
  charge: [
    {
      name: "refund",
      label: "Refund what is left",
      fits: refundable,
      run: (tx, charge) => createRefund(tx, { charge }),
    },
    {
      name: "dispute",
      label: "Customer disputes it",
      fits: disputable,
      run: (tx, id) => openDispute(tx, id, {}),
    },
    {
      name: "inquire",
      label: "Bank inquires about it",
      fits: disputable,
      run: (tx, id) => openDispute(tx, id, { inquiry: true }),
    },
  ],
  refund: [
    {
      name: "succeed",
      label: "Refund arrives",
      fits: (tx, id) => tx.need("refund", id).status === "pending",
      run: succeedRefund,
    },
    {
      name: "fail",
      label: "Refund fails",
      fits: (tx, id) => ["pending", "succeeded"].includes(tx.need("refund", id).status ?? ""),
      run: (tx, id) => failRefund(tx, id),
    },
  ],
  dispute: [
    { name: "win", label: "Win", fits: undecided, run: winDispute },
    { name: "lose", label: "Lose", fits: undecided, run: loseDispute },
    {
      name: "escalate",
      label: "Inquiry becomes a dispute",
      fits: (tx, id) => tx.need("dispute", id).status.startsWith("warning_needs"),
      run: escalateDispute,
    },
  ],
  "checkout.session": [
    {
      name: "expire",
      label: "Expire",
      fits: (tx, id) => tx.need("checkout.session", id).status === "open",
      run: expireSession,
    },
  ],
  invoice: [
    {
      name: "void",
      label: "Void",
      fits: (tx, id) => tx.need("invoice", id).status === "open",
      run: voidInvoice,
    },
  ],
};

/** The action of that name on objects of a kind. */
export function actionOf(kind: Shown, name: string): Action | undefined {
  return ACTIONS[kind]?.find((action) => action.name === name);
}

function processing(tx: Tx, id: string): boolean {
  return tx.need("payment_intent", id).status === "processing";
}

function refundable(tx: Tx, id: string): boolean {
  const { status, amount, amount_refunded: refunded } = tx.need("charge", id);
  return status === "succeeded" && refunded < amount;
}

function disputable(tx: Tx, id: string): boolean {
  const { status, disputed } = tx.need("charge", id);
  return status === "succeeded" && !disputed;
}

function undecided(tx: Tx, id: string): boolean {
  return /^(warning_)?(needs_response|under_review)$/.test(tx.need("dispute", id).status);
}
