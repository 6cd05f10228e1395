import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { nextLink } from "@/lib/values/next-link";
import { invalid } from "@/lib/values/refusal";
import { type PurchaseView, viewOf } from "./purchase-view";
import type { PurchaseQuery } from "./schema-api";

/** One page of the account's purchases as a plain array, newest first. The header `Link: …; rel="next"` names the next page, as `before` does. */
export async function purchasesPage(
  ctx: Context,
  { before, limit = 50 }: PurchaseQuery,
  url: string,
): Promise<{ body: PurchaseView[]; headers?: Record<string, string> }> {
  const found = await listPurchases(ctx, { before, limit: limit + 1 });
  const shown = found.slice(0, limit);
  return { body: shown, ...nextLink(url, found.length > limit ? shown.at(-1)?.id : null) };
}

/** The account's purchases, newest first, from behind the one that `before` names. @throws Refusal `invalid_request` where that is none of the account's */
export async function listPurchases(
  ctx: Context,
  { before, limit = 20 }: { before?: string | undefined; limit?: number } = {},
): Promise<PurchaseView[]> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  return inAccount(accountId, async (tx) => {
    if (before !== undefined && (await tx.purchase.count({ where: { accountId, id: before } })) === 0)
      throw invalid("before", "is the id of the last purchase of the page before");
    const purchases = await tx.purchase.findMany({
      where: { accountId, ...(before !== undefined && { id: { lt: before } }) },
      orderBy: { id: "desc" },
      take: limit,
    });
    const payments = await tx.payment.findMany({
      where: { accountId, purchaseId: { in: purchases.map(({ id }) => id) } },
      select: { purchaseId: true, seq: true },
    });
    const seqOf = new Map(payments.map(({ purchaseId, seq }) => [purchaseId, seq]));
    return purchases.map((purchase) => viewOf(purchase, seqOf.get(purchase.id) ?? null));
  });
}
