import { exportTransactions } from "@/lib/ledger/export";
import { TransactionQuery } from "@/lib/metering/schema-ledger";
import { transactionsAsked } from "@/lib/metering/transaction-query";
import { utcDay } from "@/lib/values/time";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** The whole ledger under a filter as CSV, newest first, as a stream. */
export const GET = endpoint({
  scope: "ledger:read",
  query: TransactionQuery.omit({ limit: true, before: true }),
  run: async (ctx, { query }) =>
    csvAnswer(ctx, "transactions", { to: utcDay(new Date()) }, () =>
      exportTransactions(ctx, transactionsAsked(query).filter),
    ),
});
