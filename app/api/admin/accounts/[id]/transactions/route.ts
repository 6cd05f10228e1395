import { contextOfCustomer } from "@/lib/backoffice/accounts/read-customer";
import { CustomerParam } from "@/lib/backoffice/accounts/schema";
import { TransactionQuery } from "@/lib/metering/schema-ledger";
import { transactionsPage } from "@/lib/metering/transactions-page";
import { endpoint } from "@/lib/web/endpoint";

/** An account's ledger for the operator's list, page by page. */
export const GET = endpoint.operator({
  params: CustomerParam,
  query: TransactionQuery,
  run: async (operator, { params, query, request }) =>
    transactionsPage(await contextOfCustomer(operator, params.id), query, request.url),
});
