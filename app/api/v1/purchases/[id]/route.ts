import { readPurchase } from "@/lib/purchases/request-purchase";
import { PurchaseParams } from "@/lib/purchases/schema-api";
import { endpoint } from "@/lib/web/endpoint";

/** One purchase, and the row of the ledger that it became. */
export const GET = endpoint({
  scope: "ledger:read",
  params: PurchaseParams,
  run: async (ctx, { params }) => ({ body: await readPurchase(ctx, params.id) }),
});
