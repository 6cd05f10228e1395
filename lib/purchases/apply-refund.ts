import type Stripe from "stripe";
import type { Payment, Refund, RefundStatus } from "@/lib/db/generated/client";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { nano, ZERO } from "@/lib/values/money";
import { type Applied, applied, ignored } from "./applied";
import { findPayment } from "./find-payment";
import { withdrawalOf } from "./rules/give-back";
import { isFurther, refundStatus, returns } from "./rules/refund-status";
import { writtenUsd } from "./rules/written";
import { idOf, stripe, timeOf } from "./stripe";
import { tellLater } from "./tell-later";
import { giveBack, givenBack, lockPayment, takenBy, withdraw } from "./withdraw";

/** Brings the books to where a refund is: its share of the credit is withdrawn once, and given back if the refund fails later. */
export async function applyRefund(refundId: string): Promise<Applied> {
  const refund = await stripe().refunds.retrieve(refundId);
  return applyReadRefund(refund);
}

/** Every refund of a charge. */
export async function applyRefundsOfCharge(chargeId: string): Promise<Applied> {
  let last: Applied = ignored("The charge has no refund.");
  for await (const refund of stripe().refunds.list({ charge: chargeId, limit: 100 }))
    last = await applyReadRefund(refund);
  return last;
}

/** The same for a refund that has just been read. */
export async function applyReadRefund(refund: Stripe.Refund): Promise<Applied> {
  const intentId = idOf(refund.payment_intent);
  const payment = intentId === null ? null : await findPayment(intentId);
  if (!payment) return ignored("It is of no payment of this installation's.");
  const { accountId } = payment;
  // Stripe refunds no more than was charged: where less is left here, one before it failed, and the news of that is still to come.
  if (BigInt(refund.amount) > payment.chargedCents - payment.refundedCents) await catchUp(payment, refund.id);
  const outcome = await inAccount(accountId, (tx) => apply(tx, payment, refund));
  return applied(accountId, outcome);
}

/** Brings the other refunds of a payment to where they are. */
async function catchUp(payment: Payment, except: string): Promise<void> {
  const { accountId, id: paymentId } = payment;
  const others = await inAccount(accountId, (tx) =>
    tx.refund.findMany({ where: { accountId, paymentId, id: { not: except } }, select: { id: true } }),
  );
  for (const { id } of others) {
    const refund = await stripe().refunds.retrieve(id);
    await inAccount(accountId, (tx) => apply(tx, payment, refund));
  }
}

async function apply(tx: Tx, found: Payment, refund: Stripe.Refund): Promise<string> {
  const payment = await lockPayment(tx, found);
  const { accountId } = payment;
  const key = { accountId_id: { accountId, id: refund.id } };
  const known = await tx.refund.findUnique({ where: key });
  const status = refundStatus(refund.status);
  if (!known) return first(tx, payment, refund, status);
  if (!isFurther(known.status, status)) return `The refund was recorded before (${known.status}).`;
  const returnedSeq = returns(status) ? await putBack(tx, payment, known) : known.returnedSeq;
  await tx.refund.update({ where: key, data: { status, returnedSeq } });
  return returns(status) ? "The refund failed: its credit was given back." : `The refund is ${status}.`;
}

async function first(tx: Tx, payment: Payment, refund: Stripe.Refund, status: RefundStatus): Promise<string> {
  const { accountId, id: paymentId } = payment;
  const due = returns(status)
    ? { cents: 0n, credits: ZERO }
    : withdrawalOf(givenBack(payment, "refunded"), BigInt(refund.amount));
  const seq = await withdraw(tx, payment, due.credits, {
    type: "refund",
    idempotencyKey: `refund:${refund.id}`,
    description: `Refund of ${writtenUsd(BigInt(refund.amount))} of charge ${idOf(refund.charge) ?? paymentId} (Stripe refund ${refund.id})`,
  });
  await tx.refund.create({
    data: {
      accountId,
      id: refund.id,
      paymentId,
      amountCents: refund.amount,
      credits: due.credits,
      status,
      reason: refund.reason ?? "",
      seq,
      refundedAt: timeOf(refund.created),
    },
  });
  await tx.payment.update({
    where: { accountId_id: { accountId, id: paymentId } },
    data: { refundedCents: { increment: due.cents }, refundedCredits: { increment: due.credits } },
  });
  if (seq !== null) await tellLater(tx, { accountId, about: "refund", id: refund.id });
  return seq === null ? `The refund is ${status}: nothing was withdrawn.` : "Its credit was withdrawn.";
}

async function putBack(tx: Tx, payment: Payment, refund: Refund): Promise<bigint | null> {
  const { accountId, id: paymentId } = payment;
  const restores = refund.seq === null ? [] : await takenBy(tx, accountId, refund.seq);
  const seq = await giveBack(tx, payment, nano(refund.credits), {
    type: "refund",
    idempotencyKey: `refund:${refund.id}:failed`,
    description: `Refund ${refund.id} of ${writtenUsd(refund.amountCents)} failed: its credit is back`,
    restores,
  });
  await tx.payment.update({
    where: { accountId_id: { accountId, id: paymentId } },
    data: {
      refundedCents: { decrement: refund.amountCents },
      refundedCredits: { decrement: refund.credits },
    },
  });
  return seq;
}
