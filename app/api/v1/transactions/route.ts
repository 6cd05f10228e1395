import { listTransactions } from "@/lib/ledger/list";
import { postTransaction } from "@/lib/metering/post-transaction";
import { NewTransaction, TransactionQuery } from "@/lib/metering/schema-ledger";
import { transactionsAsked } from "@/lib/metering/transaction-query";
import { endpoint } from "@/lib/web/endpoint";

/** The ledger as a plain array, newest first. `Link: …; rel="next"` names the next page, as `before` does. */
export const GET = endpoint({
  scope: "ledger:read",
  query: TransactionQuery,
  run: async (ctx, { query, request }) => {
    const { filter, page } = transactionsAsked(query);
    const { rows, next } = await listTransactions(ctx, filter, page);
    if (next === null) return { body: rows };
    const { pathname, searchParams } = new URL(request.url);
    searchParams.set("before", next);
    return { body: rows, headers: { link: `<${pathname}?${searchParams.toString()}>; rel="next"` } };
  },
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
