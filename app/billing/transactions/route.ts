import { TransactionQuery } from "@/lib/metering/schema-ledger";
import { transactionsPage } from "@/lib/metering/transactions-page";
import { endpoint } from "@/lib/web/endpoint";

/** The JSON call of the ledger. A browser that opens it without a key is sent to the page by next.config. */
export const GET = endpoint({
  scope: "ledger:read",
  query: TransactionQuery,
  run: (ctx, { query, request }) => transactionsPage(ctx, query, request.url),
});
