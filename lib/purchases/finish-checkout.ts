import { inAccount } from "@/lib/db/transaction";
import { readWallets } from "@/lib/ledger/wallets";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits } from "@/lib/values/money";
import { notFound } from "@/lib/values/refusal";
import { type PurchaseView, viewOf } from "./purchase-view";
import type { CheckoutState } from "./rules/checkout-state";
import { settleCheckout } from "./settle-checkout";
import { asking, isMissing } from "./stripe";

/** What somebody who comes back from the checkout sees: what is, and no promise. */
export interface FinishedCheckout {
  state: CheckoutState;
  purchase: PurchaseView;
  /** ECU, as it stands now. */
  balance: string;
  transactionId: string | null;
  /** Where it can still be paid, while it can. */
  checkoutUrl: string | null;
}

/**
 * Ends a checkout for the person who comes back from it: asks Stripe, and gives the credit if nobody has yet.
 * @throws Refusal `not_found` for a session that is not this account's, `unavailable` when Stripe cannot be asked
 */
export async function finishCheckout(ctx: Context, sessionId: string): Promise<FinishedCheckout> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  if (!/^cs_\w{1,200}$/.test(sessionId)) throw notFound("purchase");
  // Who only looks on asks Stripe for nothing: what it says would be credited.
  if (ctx.actor.kind === "operator") throw notFound("purchase");
  const settled = await asking(settleCheckout(sessionId, accountId)).catch((error: unknown) => {
    if (isMissing(error)) throw notFound("purchase");
    throw error;
  });
  if (!settled) throw notFound("purchase");
  const [purchase, payment] = await inAccount(accountId, (tx) =>
    Promise.all([
      tx.purchase.findUnique({ where: { accountId_id: { accountId, id: settled.purchaseId } } }),
      tx.payment.findFirst({ where: { accountId, purchaseId: settled.purchaseId } }),
    ]),
  );
  if (!purchase) throw notFound("purchase");
  const view = viewOf(purchase, payment?.seq ?? null);
  const { credit } = await readWallets(ctx);
  return {
    // A payment that gave no credit (a currency that was not asked for) is not said to be paid.
    state: settled.state === "paid" && !payment ? "processing" : settled.state,
    purchase: view,
    balance: formatCredits(credit.balance),
    transactionId: view.transaction_id,
    checkoutUrl: settled.state === "open" ? settled.checkoutUrl : null,
  };
}
