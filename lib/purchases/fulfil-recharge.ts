import type Stripe from "stripe";
import type { RechargeAttempt } from "@/lib/db/generated/client";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { nano } from "@/lib/values/money";
import { chargeOf } from "./charge-of";
import type { Fulfilment } from "./fulfilment";
import { lockSettings } from "./lock-settings";
import { type Recorded, recordPayment } from "./record-payment";
import { announceRecharge } from "./recharge/announce-recharge";
import { evaluateLater } from "./recharge/evaluate-later";
import { creditsFor } from "./rules/price";
import { writtenCredits } from "./rules/written";

/** Gives the credit of an auto-recharge whose charge succeeded, and ends its attempt in the same commit. */
export async function fulfilRecharge(
  intent: Stripe.PaymentIntent,
  accountId: string,
  attemptId: string,
): Promise<Fulfilment> {
  return inAccount(accountId, async (tx): Promise<Fulfilment> => {
    await lockSettings(tx, accountId);
    await sqlOf(tx).query(
      "SELECT id FROM recharge_attempts WHERE account_id = $1::uuid AND id = $2::uuid FOR UPDATE",
      [accountId, attemptId],
    );
    const attempt = await tx.rechargeAttempt.findUnique({
      where: { accountId_id: { accountId, id: attemptId } },
    });
    if (!attempt) return { state: "ignored", why: "There is no such auto-recharge in this installation." };
    if (intent.currency !== attempt.currency)
      return {
        state: "ignored",
        why: `It was paid in ${intent.currency}, and asked for in ${attempt.currency}.`,
      };
    const recorded = await record(tx, intent, attempt);
    if (!recorded.replayed) await end(tx, intent, attempt);
    return { state: "paid", ...recorded };
  });
}

function record(tx: Tx, intent: Stripe.PaymentIntent, attempt: RechargeAttempt): Promise<Recorded> {
  const { accountId, id: attemptId, amountCents } = attempt;
  const chargedCents = BigInt(intent.amount_received);
  const credits = creditsFor(chargedCents, amountCents, nano(attempt.credits));
  return recordPayment(
    tx,
    {
      accountId,
      paymentId: intent.id,
      kind: "auto_recharge",
      chargedCents,
      netCents: chargedCents,
      currency: intent.currency,
      credits,
      ...chargeOf(intent),
      invoiceId: null,
      invoiceUrl: null,
      attemptId,
    },
    {
      type: "auto_recharge",
      description: `Auto-recharge of ${writtenCredits(credits)} ECU (Stripe payment ${intent.id})`,
      source: "worker",
      idempotencyKey: `auto_recharge:${intent.id}`,
      refType: "payment_intent",
      refId: intent.id,
    },
  );
}

async function end(tx: Tx, intent: Stripe.PaymentIntent, attempt: RechargeAttempt): Promise<void> {
  const { accountId, id } = attempt;
  await tx.rechargeAttempt.update({
    where: { accountId_id: { accountId, id } },
    data: { status: "succeeded", paymentIntentId: intent.id, endedAt: new Date() },
  });
  await announceRecharge(tx, attempt, "succeeded");
  // One charge may not be enough.
  await evaluateLater(tx, accountId);
  // An open dispute keeps it waiting whatever a payment does.
  await tx.rechargeSettings.updateMany({
    where: { accountId, trouble: { not: "dispute" } },
    data: { failures: 0, pausedUntil: null, trouble: "" },
  });
}
