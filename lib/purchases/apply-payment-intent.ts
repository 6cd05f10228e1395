import type Stripe from "stripe";
import { inAccount } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { isUuid } from "@/lib/values/ids";
import { type Applied, applied, ignored } from "./applied";
import { fulfilIntent, readIntent } from "./fulfil";
import { settleCheckout } from "./settle-checkout";
import { stripe } from "./stripe";

/** Brings what a payment intent is for to where the intent is: credit if it succeeded, else a look at the checkout or the auto-recharge. */
export async function applyPaymentIntent(id: string): Promise<Applied> {
  const intent = await readIntent(id);
  const { account_id: accountId = "", purchase_id: purchase, attempt_id: attemptId } = intent.metadata;
  if (intent.status === "succeeded") {
    const done = await fulfilIntent(intent);
    if (done.state === "ignored") return ignored(done.why);
    return applied(done.accountId, done.replayed ? "It was credited before." : "Credited.");
  }
  if (!isUuid(accountId)) return ignored("The payment names no account.");
  if (purchase) return lookAtCheckout(intent, accountId);
  if (!attemptId || !isUuid(attemptId)) return ignored("The payment names nothing that it is for.");
  await inAccount(accountId, (tx) =>
    enqueue(tx, {
      accountId,
      task: "recharge.resolve",
      jobKey: `recharge.resolve:${attemptId}`,
      payload: { accountId, attemptId },
    }),
  );
  return applied(accountId, `The auto-recharge is looked at: its payment is ${intent.status}.`);
}

async function lookAtCheckout(intent: Stripe.PaymentIntent, accountId: string): Promise<Applied> {
  const { data } = await stripe().checkout.sessions.list({ payment_intent: intent.id, limit: 1 });
  const settled = data[0] && (await settleCheckout(data[0].id, accountId));
  return settled ? applied(accountId, `The checkout is ${settled.state}.`) : ignored("It has no checkout.");
}
