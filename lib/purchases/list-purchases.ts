import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { type PurchaseView, viewOf } from "./purchase-view";

/** The account's purchases, newest first. */
export async function listPurchases(
  ctx: Context,
  { limit = 20 }: { limit?: number } = {},
): Promise<PurchaseView[]> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  return inAccount(accountId, async (tx) => {
    const purchases = await tx.purchase.findMany({
      where: { accountId },
      orderBy: { id: "desc" },
      take: Math.min(limit, 200),
    });
    const payments = await tx.payment.findMany({
      where: { accountId, purchaseId: { in: purchases.map(({ id }) => id) } },
      select: { purchaseId: true, seq: true },
    });
    const seqOf = new Map(payments.map(({ purchaseId, seq }) => [purchaseId, seq]));
    return purchases.map((purchase) => viewOf(purchase, seqOf.get(purchase.id) ?? null));
  });
}
