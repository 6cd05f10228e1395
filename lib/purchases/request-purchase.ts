import { v5 } from "uuid";
import { newId } from "@/lib/values/ids";
import { notFound } from "@/lib/values/refusal";
import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { type PurchaseView, viewOf } from "./purchase-view";
import type { NewPurchase } from "./schema-api";
import { startCheckout } from "./start-checkout";

/**
 * Begins a purchase for a platform that sends its own customers to pay: the same as the console's form, with the page
 * in the answer. A repeated `Idempotency-Key` is the same purchase, also after its first answer was lost.
 */
export async function requestPurchase(
  ctx: Context,
  { credits, save_card: saveCard, return_to: returnTo }: NewPurchase,
  idempotencyKey: string | null,
): Promise<PurchaseView> {
  const requestKey = idempotencyKey === null ? newId() : v5(idempotencyKey, ctx.accountId);
  const { purchaseId } = await startCheckout(ctx, {
    credits,
    saveCard,
    requestKey,
    ...(returnTo !== undefined && { returnTo }),
  });
  return findPurchase(ctx, purchaseId);
}

/** One purchase. @throws Refusal `not_found` */
export async function readPurchase(ctx: Context, id: string): Promise<PurchaseView> {
  requirePermission(ctx, "ledger:read");
  return findPurchase(ctx, id);
}

async function findPurchase({ accountId }: Context, id: string): Promise<PurchaseView> {
  return inAccount(accountId, async (tx) => {
    const purchase = await tx.purchase.findUnique({ where: { accountId_id: { accountId, id } } });
    if (!purchase) throw notFound("purchase");
    const payment = await tx.payment.findFirst({
      where: { accountId, purchaseId: id },
      select: { seq: true },
    });
    return viewOf(purchase, payment?.seq ?? null);
  });
}
