import { contextOfCustomer } from "@/lib/backoffice/accounts/read-customer";
import { CustomerParam } from "@/lib/backoffice/accounts/schema";
import { noteFile } from "@/lib/backoffice/views/note-file";
import { exportTransactions } from "@/lib/ledger/export";
import { TransactionQuery } from "@/lib/metering/schema-ledger";
import { transactionsAsked } from "@/lib/metering/transaction-query";
import { endpoint } from "@/lib/web/endpoint";
import { fileAnswer } from "@/lib/web/file-answer";

/** An account's ledger under a filter as CSV, as its operator sees it. */
export const GET = endpoint.operator({
  params: CustomerParam,
  query: TransactionQuery.omit({ limit: true, before: true }),
  run: async (operator, { params, query }) => {
    const ctx = await contextOfCustomer(operator, params.id);
    const file = { name: `transactions-${params.id}.csv`, type: "text/csv; charset=utf-8" };
    await noteFile(ctx, file.name);
    return fileAnswer(ctx, file, () => exportTransactions(ctx, transactionsAsked(query).filter));
  },
});
