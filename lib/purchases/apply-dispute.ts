import type Stripe from "stripe";
import type { Dispute, Payment } from "@/lib/db/generated/client";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { nano } from "@/lib/values/money";
import { type Applied, applied, ignored } from "./applied";
import { findPayment } from "./find-payment";
import { hasOpenDisputeWithin } from "./has-open-dispute";
import { lockSettings } from "./lock-settings";
import { writtenUsd } from "./rules/written";
import { isOpen, isOver, isReinstated, isWithdrawn, laterStatus } from "./rules/dispute-state";
import { withdrawalOf } from "./rules/give-back";
import { idOf, stripe, timeOf } from "./stripe";
import { tellLater } from "./tell-later";
import { giveBack, givenBack, lockPayment, takenBy, withdraw } from "./withdraw";

/** Brings the books to where a dispute is: credit goes when the money goes, and comes back when the money does. */
export async function applyDispute(disputeId: string): Promise<Applied> {
  return applyReadDispute(await stripe().disputes.retrieve(disputeId));
}

/** The same for a dispute that has just been read. */
export async function applyReadDispute(dispute: Stripe.Dispute): Promise<Applied> {
  const intentId = await intentOf(dispute);
  const payment = intentId === null ? null : await findPayment(intentId);
  if (!payment) return ignored("It is about no payment of this installation's.");
  const { accountId } = payment;
  await inAccount(accountId, async (tx) => {
    await lockSettings(tx, accountId);
    const locked = await lockPayment(tx, payment);
    const known = (await find(tx, accountId, dispute.id)) ?? (await open(tx, locked, dispute));
    const taken = await take(tx, locked, known, dispute);
    const { reinstatedSeq } = await reinstate(tx, locked, taken, dispute);
    const status = laterStatus(known.status, dispute.status);
    await tx.dispute.update({ where: { accountId_id: { accountId, id: dispute.id } }, data: { status } });
    // Who was told that it is open is told how it ended.
    const wasOver = isOver(known.status, known.reinstatedSeq !== null);
    if (known.withdrawnSeq !== null && !wasOver && isOver(status, reinstatedSeq !== null))
      await tellLater(tx, { accountId, about: "dispute_over", id: dispute.id });
    await pauseRecharge(tx, accountId);
  });
  return applied(accountId, `The dispute is ${dispute.status}.`);
}

async function intentOf(dispute: Stripe.Dispute): Promise<string | null> {
  const named = idOf(dispute.payment_intent);
  if (named) return named;
  const chargeId = idOf(dispute.charge);
  return chargeId ? idOf((await stripe().charges.retrieve(chargeId)).payment_intent) : null;
}

function find(tx: Tx, accountId: string, id: string): Promise<Dispute | null> {
  return tx.dispute.findUnique({ where: { accountId_id: { accountId, id } } });
}

async function open(
  tx: Tx,
  { accountId, id: paymentId }: Payment,
  dispute: Stripe.Dispute,
): Promise<Dispute> {
  const { id, amount, status, reason, created } = dispute;
  return tx.dispute.create({
    data: {
      accountId,
      id,
      paymentId,
      amountCents: amount,
      credits: 0n,
      status,
      reason,
      openedAt: timeOf(created),
    },
  });
}

async function take(tx: Tx, payment: Payment, known: Dispute, dispute: Stripe.Dispute): Promise<Dispute> {
  if (known.withdrawnSeq !== null || !isWithdrawn(dispute)) return known;
  const { accountId } = payment;
  const { cents, credits } = withdrawalOf(givenBack(payment, "disputed"), known.amountCents);
  const withdrawnSeq = await withdraw(tx, payment, credits, {
    type: "dispute",
    idempotencyKey: `dispute:${known.id}:withdrawn`,
    description: `Dispute of ${writtenUsd(known.amountCents)} (${dispute.reason}) withdrew its credit (Stripe dispute ${known.id})`,
  });
  await moveDisputed(tx, payment, cents, credits);
  // Nobody is told of what was over before we heard of it.
  if (isOpen(dispute.status)) await tellLater(tx, { accountId, about: "dispute", id: known.id });
  return tx.dispute.update({
    where: { accountId_id: { accountId, id: known.id } },
    data: { withdrawnSeq, credits, amountCents: cents > 0n ? cents : known.amountCents },
  });
}

async function reinstate(
  tx: Tx,
  payment: Payment,
  known: Dispute,
  dispute: Stripe.Dispute,
): Promise<Dispute> {
  if (known.withdrawnSeq === null || known.reinstatedSeq !== null || !isReinstated(dispute)) return known;
  const { accountId } = payment;
  const reinstatedSeq = await giveBack(tx, payment, nano(known.credits), {
    type: "dispute",
    idempotencyKey: `dispute:${known.id}:reinstated`,
    description: `Dispute of ${writtenUsd(known.amountCents)} was won: its credit is back (Stripe dispute ${known.id})`,
    restores: await takenBy(tx, accountId, known.withdrawnSeq),
  });
  await moveDisputed(tx, payment, -known.amountCents, -known.credits);
  return tx.dispute.update({
    where: { accountId_id: { accountId, id: known.id } },
    data: { reinstatedSeq },
  });
}

async function moveDisputed(
  tx: Tx,
  { accountId, id }: Payment,
  cents: bigint,
  credits: bigint,
): Promise<void> {
  await tx.payment.update({
    where: { accountId_id: { accountId, id } },
    data: { disputedCents: { increment: cents }, disputedCredits: { increment: credits } },
  });
}

/** While a dispute is open, nobody's card is charged unasked; afterwards it is looked at what has become due meanwhile. */
async function pauseRecharge(tx: Tx, accountId: string): Promise<void> {
  const isDisputed = await hasOpenDisputeWithin(tx, accountId);
  const { count } = await tx.rechargeSettings.updateMany({
    where: { accountId, trouble: isDisputed ? "" : "dispute" },
    data: { trouble: isDisputed ? "dispute" : "" },
  });
  if (count === 0 || isDisputed) return;
  await enqueue(tx, {
    accountId,
    task: "recharge.evaluate",
    jobKey: `recharge.evaluate:${accountId}`,
    payload: { accountId },
  });
}
