import { exportTransactions } from "@/lib/ledger/export";
import { TransactionQuery } from "@/lib/metering/schema-ledger";
import { transactionsAsked } from "@/lib/metering/transaction-query";
import { utcDay } from "@/lib/values/time";
import { endpoint } from "@/lib/web/endpoint";

/** The whole ledger under a filter as CSV, newest first, as a stream. */
export const GET = endpoint({
  scope: "ledger:read",
  query: TransactionQuery.omit({ limit: true, before: true }),
  run: async (ctx, { query }) => {
    const filename = `transactions-${utcDay(new Date())}.csv`;
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}"`,
    };
    return new Response(exportTransactions(ctx, transactionsAsked(query).filter), { headers });
  },
});
