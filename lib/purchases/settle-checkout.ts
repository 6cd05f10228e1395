import { inAccount } from "@/lib/db/transaction";
import { isUuid } from "@/lib/values/ids";
import { fulfil } from "./fulfil";
import { checkoutState, type CheckoutState } from "./rules/checkout-state";
import { idOf, stripe } from "./stripe";
import { tellLater } from "./tell-later";

/** Where a checkout stands, as Stripe says now. */
export interface SettledCheckout {
  state: CheckoutState;
  accountId: string;
  purchaseId: string;
  checkoutUrl: string | null;
}

/**
 * Brings a purchase to where its checkout at Stripe is: gives the credit if it was paid, and notes if it is over. One verb for webhook,
 * return page and sweeper.
 * @param expected the account on whose behalf it is asked; null for the product itself
 * @returns null for a session that is none of ours, or not of that account
 */
export async function settleCheckout(
  sessionId: string,
  expected: string | null = null,
): Promise<SettledCheckout | null> {
  const session = await stripe().checkout.sessions.retrieve(sessionId, { expand: ["payment_intent"] });
  const { account_id: accountId = "", purchase_id: purchaseId = "" } = session.metadata ?? {};
  if (!isUuid(accountId) || !isUuid(purchaseId) || accountId !== (expected ?? accountId)) return null;
  const intent = session.payment_intent;
  const state = checkoutState(session, intent && typeof intent === "object" ? intent.status : null);
  const place = { accountId, purchaseId };
  const intentId = idOf(intent);
  if (state === "paid" && intentId) await fulfil(intentId);
  else await note(place, state, intentId);
  return { ...place, state, checkoutUrl: session.url };
}

/** Notes what is not paid. Money has the last word: a purchase that is paid stays so. */
async function note(
  { accountId, purchaseId }: { accountId: string; purchaseId: string },
  state: CheckoutState,
  paymentIntentId: string | null,
): Promise<void> {
  if (state === "open" || state === "paid") return;
  await inAccount(accountId, async (tx) => {
    const { count } = await tx.purchase.updateMany({
      where: {
        accountId,
        id: purchaseId,
        status: { in: state === "processing" ? ["open"] : ["open", "processing"] },
      },
      data: { status: state, paymentIntentId, ...(state !== "processing" && { endedAt: new Date() }) },
    });
    // Someone was told that their bank is at work; that it came to nothing they would not learn otherwise.
    if (count > 0 && state === "failed") await tellLater(tx, { accountId, about: "failed", id: purchaseId });
  });
}
