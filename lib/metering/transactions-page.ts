import { listTransactions } from "@/lib/ledger/list";
import type { TransactionRow } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import { nextLink } from "@/lib/values/next-link";
import type { TransactionQuery } from "./schema-ledger";
import { transactionsAsked } from "./transaction-query";

/** One page of the ledger as a plain array, newest first. The header `Link: …; rel="next"` names the next page, as `before` does. */
export async function transactionsPage(
  ctx: Context,
  query: TransactionQuery,
  url: string,
): Promise<{ body: TransactionRow[]; headers?: Record<string, string> }> {
  const { filter, page } = transactionsAsked(query);
  const { rows, next } = await listTransactions(ctx, filter, page);
  return { body: rows, ...nextLink(url, next) };
}
