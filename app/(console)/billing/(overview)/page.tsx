import type { Metadata } from "next";
import { Suspense } from "react";
import { ExplainSheet } from "@/components/billing/explain-sheet";
import { FirstCall } from "@/components/billing/first-call";
import { NoMatches } from "@/components/billing/no-matches";
import { TransactionFilters } from "@/components/billing/transaction-filters";
import { TransactionsTable } from "@/components/billing/transactions-table";
import { OnItsWay } from "@/components/purchases/on-its-way";
import { listTransactions } from "@/lib/ledger/list";
import { readWallets } from "@/lib/ledger/wallets";
import { readWallet } from "@/lib/metering/read-wallet";
import { transactionsAsked } from "@/lib/metering/transaction-query";
import { listPurchases } from "@/lib/purchases/list-purchases";
import { daysOfQuery } from "@/lib/values/display/date-presets";
import { utcDay } from "@/lib/values/time";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../../console-url";
import { readSearch, type SearchParams } from "../../search-params";
import { Explained, ExplainedSkeleton } from "./explained";
import { readFilter } from "./read-filter";

export const metadata: Metadata = { title: "Billing" };

export default async function TransactionsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, search] = await Promise.all([pageContext(), readSearch(searchParams)]);
  const days = daysOfQuery(search, utcDay(new Date()));
  const asked = readFilter(search, days);
  const { filter } = transactionsAsked(asked);
  const unit = filter.unit ?? "credit";
  const [first, wallets, wallet, purchases] = await Promise.all([
    listTransactions(ctx, filter),
    readWallets(ctx),
    readWallet(ctx),
    listPurchases(ctx),
  ]);
  const query = new URLSearchParams({ ...textOf(asked), account: ctx.accountId }).toString();
  const url = await consoleUrl();
  const fresh = wallets.credit.seq <= 1n && wallets.tool_run.seq <= 1n;
  const filtered = Object.keys(asked).some((name) => name !== "unit");
  return (
    <div className="space-y-4">
      <OnItsWay purchases={purchases} />
      <TransactionFilters days={days} csvHref={`/api/v1/transactions.csv?${query}`} />
      <TransactionsTable
        key={query}
        query={query}
        first={first}
        wallet={wallet}
        unit={unit}
        fresh={fresh}
        total={filtered ? null : wallets[unit].seq.toString()}
        empty={filtered ? <NoMatches more={first.next !== null} /> : <FirstCall url={url} />}
      />
      {fresh && !filtered && first.rows.length > 0 && (
        <div className="rounded-lg border border-dashed">
          <FirstCall url={url} />
        </div>
      )}
      {search.explain && (
        <ExplainSheet>
          <Suspense key={search.explain} fallback={<ExplainedSkeleton />}>
            <Explained id={search.explain} />
          </Suspense>
        </ExplainSheet>
      )}
    </div>
  );
}

function textOf(asked: object): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)]));
}
