import { purchasesPage } from "@/lib/purchases/list-purchases";
import { requestPurchase } from "@/lib/purchases/request-purchase";
import { NewPurchase, PurchaseQuery } from "@/lib/purchases/schema-api";
import { endpoint } from "@/lib/web/endpoint";

/** The account's purchases, newest first. */
export const GET = endpoint({
  scope: "ledger:read",
  query: PurchaseQuery,
  run: (ctx, { query, request }) => purchasesPage(ctx, query, request.url),
});

/** Begins a purchase; its answer names the page where it is paid. */
export const POST = endpoint({
  scope: "billing:write",
  body: NewPurchase,
  run: async (ctx, { body, request }) => ({
    status: 201,
    body: await requestPurchase(ctx, body, request.headers.get("idempotency-key")),
  }),
});
