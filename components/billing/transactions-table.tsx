"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { fetchPage, FetchFault } from "@/components/fetch-json";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import type { TransactionPage } from "@/lib/ledger/list";
import type { TransactionRow } from "@/lib/ledger/types";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import type { Unit } from "@/lib/values/ids";
import { displayCount } from "@/lib/values/display/count";
import { NewerRows } from "./newer-rows";
import { transactionColumns } from "./transaction-columns";

const PAGE_SIZE = 50;
/** Further down than this, somebody reads the list. */
const HAND_PX = 400;

/** Where its account's people find the ledger; operators have addresses of their own. */
const CONSOLE = { page: "/billing", rows: "/billing/transactions" };

interface TransactionsTableProps {
  /** The page that explains a row, and where the next rows are fetched. */
  at?: { page: string; rows: string };
  /** The filter as a query string of the API, with the account that the page shows. */
  query: string;
  first: TransactionPage;
  wallet: WalletSummary;
  unit: Unit;
  /** Nothing was called yet: the first call shows by itself. */
  fresh: boolean;
  /** The books as they were: nothing newer is ever asked for. */
  isPast: boolean;
  /** Rows in the whole wallet, when nothing is filtered. */
  total: string | null;
  empty: ReactNode;
}

/** The ledger, newest first. The server gave the first page; the rest is fetched by cursor from the same list. */
export function TransactionsTable({
  at = CONSOLE,
  query,
  first,
  wallet,
  unit,
  fresh,
  isPast,
  total,
  empty,
}: TransactionsTableProps) {
  const router = useRouter();
  // A list belongs to the row that was newest when it was opened: opening a panel neither shortens nor shifts it.
  const [opened] = useState(first.rows[0]?.id);
  const list = useInfiniteQuery({
    queryKey: ["transactions", at.rows, query, opened],
    queryFn: ({ pageParam, signal }) => fetchTransactions(at.rows, query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    initialData: { pages: [first], pageParams: [null] },
    staleTime: Infinity,
  });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const params = useSearchParams();
  const current = params.get("explain");
  const rows = data.pages.flatMap((page) => page.rows);
  const shown = displayCount(rows.length);
  const box = useRef<HTMLDivElement>(null);
  // Who points at the list, has scrolled into it, loaded more of it or opened a panel is not to be moved.
  const isAtRest = () =>
    fresh ||
    (data.pages.length === 1 &&
      current === null &&
      window.scrollY < HAND_PX &&
      !box.current?.matches(":hover, :focus-within"));
  return (
    <div ref={box} className="rounded-lg border bg-surface">
      {!isPast && (
        <NewerRows
          wallet={wallet}
          unit={unit}
          isAtRest={isAtRest}
          busy={list.isRefetching && !isFetchingNextPage}
          onShow={() => {
            void list.refetch();
            router.refresh();
          }}
        />
      )}
      <DataTable
        caption="Transactions, newest first"
        columns={transactionColumns(at.page, wallet.credit_usd_value, params, unit)}
        rows={rows}
        rowKey={({ id }) => id}
        isCurrent={({ id }) => id === current}
        empty={empty}
      />
      {error && (
        <Banner
          tone="bad"
          className="m-3"
          action={
            <Button size="sm" onClick={() => void fetchNextPage()}>
              Try again
            </Button>
          }
        >
          {error.message}
          {error instanceof FetchFault && error.requestId && (
            <span className="text-ink-muted"> (request {error.requestId})</span>
          )}
        </Banner>
      )}
      {rows.length > 0 && (
        <div className="flex min-h-14 flex-wrap items-center justify-between gap-3 border-t px-5 py-2.5 text-xs text-ink-muted">
          <p role="status">
            {total
              ? `Showing ${shown} of ${displayCount(total)}`
              : hasNextPage
                ? `Showing the newest ${shown}`
                : `Showing all ${shown}`}
          </p>
          {hasNextPage && (
            <Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              Load {PAGE_SIZE} more
            </Button>
          )}
        </div>
      )}
      {rows.length === 0 && hasNextPage && (
        <div className="flex justify-center pb-8">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Search further back
          </Button>
        </div>
      )}
    </div>
  );
}

async function fetchTransactions(
  path: string,
  query: string,
  before: string | null,
  signal: AbortSignal,
): Promise<TransactionPage> {
  const params = new URLSearchParams(query);
  params.set("limit", PAGE_SIZE.toString());
  if (before) params.set("before", before);
  const { body, headers } = await fetchPage<TransactionRow[]>(`${path}?${params.toString()}`, signal);
  const next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
  return { rows: body, next: next ? new URL(next, window.location.origin).searchParams.get("before") : null };
}
