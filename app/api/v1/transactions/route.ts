import { postTransaction } from "@/lib/metering/post-transaction";
import { NewTransaction, TransactionQuery } from "@/lib/metering/schema-ledger";
import { transactionsPage } from "@/lib/metering/transactions-page";
import { endpoint } from "@/lib/web/endpoint";

/** The ledger as a plain array, newest first. */
export const GET = endpoint({
  scope: "ledger:read",
  query: TransactionQuery,
  run: (ctx, { query, request }) => transactionsPage(ctx, query, request.url),
});

/** Writes a row that the platform decides on: a grant, a correction, a row of an account that moves in. */
export const POST = endpoint({
  scope: "ledger:write",
  body: NewTransaction,
  run: async (ctx, { body, request }) => ({
    status: 201,
    body: await postTransaction(ctx, body, request.headers.get("idempotency-key")),
  }),
});
