import type { Payment } from "@/lib/db/generated/client";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { postedOf, postWithin } from "@/lib/ledger/post";
import { restorableWithin } from "@/lib/ledger/restorable";
import type { Entry, Lot } from "@/lib/ledger/types";
import type { GivenBack } from "./rules/give-back";
import { type Nano, nano, negate } from "@/lib/values/money";

/** The payment, locked: refunds, disputes and their ends come one after the other. */
export async function lockPayment(tx: Tx, { accountId, id }: Payment): Promise<Payment> {
  await sqlOf(tx).query("SELECT id FROM payments WHERE account_id = $1::uuid AND id = $2 FOR UPDATE", [
    accountId,
    id,
  ]);
  return tx.payment.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } });
}

/** What went back of a payment so far, all in all and by refunds or by disputes. */
export function givenBack(payment: Payment, way: "refunded" | "disputed"): GivenBack {
  const { chargedCents, credits, refundedCents, refundedCredits, disputedCents, disputedCredits } = payment;
  const isRefund = way === "refunded";
  return {
    chargedCents,
    credits: nano(credits),
    backCents: refundedCents + disputedCents,
    backCredits: nano(refundedCredits + disputedCredits),
    sameCents: isRefund ? refundedCents : disputedCents,
    sameCredits: nano(isRefund ? refundedCredits : disputedCredits),
  };
}

/** A row that takes credit because money went back, or gives it back because that came to nothing. */
export interface Reversal {
  type: "refund" | "dispute";
  idempotencyKey: string;
  description: string;
  /** What a row before took, to be put back where it was taken. */
  restores?: readonly Lot[];
}

/** Takes the credit out of the grant that the payment made, before any other, and into negative credit if it was spent. */
export function withdraw(tx: Tx, payment: Payment, amount: Nano, reversal: Reversal): Promise<bigint | null> {
  return move(tx, payment, negate(amount), reversal);
}

/** Gives withdrawn credit back. */
export function giveBack(tx: Tx, payment: Payment, amount: Nano, reversal: Reversal): Promise<bigint | null> {
  return move(tx, payment, amount, reversal);
}

async function move(tx: Tx, payment: Payment, amount: Nano, reversal: Reversal): Promise<bigint | null> {
  if (amount === 0n) return null;
  const { accountId, grantNo } = payment;
  const { type, idempotencyKey, description, restores } = reversal;
  const entry: Entry = {
    type,
    amount,
    description,
    source: "stripe_webhook",
    ...referenceOf(payment),
    ...(amount < 0n && grantNo !== null && { lot: grantNo }),
    ...(restores && { restores }),
  };
  const [outcome] = await postWithin(tx, [
    { accountId, unit: "credit", idempotencyKey, floor: null, entries: [entry] },
  ]);
  return postedOf(outcome).seq;
}

/** All rows of one payment refer to the same thing, so that any of them shows the others. */
function referenceOf({ kind, id, invoiceId }: Payment): { refType: string; refId: string } {
  return kind === "contract" && invoiceId
    ? { refType: "invoice", refId: invoiceId }
    : { refType: "payment_intent", refId: id };
}

/** Where what a row took goes back to. Locks the wallet, after the payment. */
export function takenBy(tx: Tx, accountId: string, seq: bigint): Promise<Lot[]> {
  return restorableWithin(tx, { accountId, unit: "credit", seqs: [seq] });
}
