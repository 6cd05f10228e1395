import { History } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { ExplainSheet } from "@/components/billing/explain-sheet";
import { ExplanationSkeleton } from "@/components/billing/explanation-skeleton";
import { FirstCall } from "@/components/billing/first-call";
import { GrantsThen } from "@/components/billing/grants-then";
import { NoMatches } from "@/components/billing/no-matches";
import { PastBalance } from "@/components/billing/past-balance";
import { TransactionFilters } from "@/components/billing/transaction-filters";
import { TransactionsTable } from "@/components/billing/transactions-table";
import { EmptyState } from "@/components/ui/empty-state";
import { OnItsWay } from "@/components/purchases/on-its-way";
import { listGrants } from "@/lib/ledger/list-grants";
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
import { Explained } from "./explained";
import { readFilter } from "./read-filter";
import { momentAsked, readPast } from "./read-past";

export const metadata: Metadata = { title: "Billing" };

export default async function TransactionsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, search] = await Promise.all([pageContext(), readSearch(searchParams)]);
  const days = daysOfQuery(search, utcDay(new Date()));
  const at = momentAsked(search);
  const asked = readFilter(at ? search : { ...search, as_of: "" }, days);
  const { filter } = transactionsAsked(asked);
  const unit = filter.unit ?? "credit";
  const [first, wallets, wallet, purchases, past, grants] = await Promise.all([
    listTransactions(ctx, filter),
    readWallets(ctx),
    readWallet(ctx),
    listPurchases(ctx),
    at && readPast(ctx, unit, at),
    at && listGrants(ctx, unit, at),
  ]);
  const query = new URLSearchParams({ ...textOf(asked), account: ctx.accountId }).toString();
  const url = await consoleUrl();
  const fresh = !past && wallets.credit.seq <= 1n && wallets.tool_run.seq <= 1n;
  const filtered = Object.keys(asked).some((name) => !["unit", "as_of"].includes(name));
  const total = past ? past.rows : wallets[unit].seq.toString();
  return (
    <div className="space-y-4">
      {past ? (
        <PastBalance {...past} nowHref={`/billing${unit === "credit" ? "" : `?unit=${unit}`}`} />
      ) : (
        <OnItsWay purchases={purchases} />
      )}
      {past && grants && <GrantsThen grants={grants} unit={unit} asOf={search.as_of ?? ""} />}
      <TransactionFilters days={days} csvHref={`/api/v1/transactions.csv?${query}`} />
      <TransactionsTable
        key={query}
        query={query}
        first={first}
        wallet={wallet}
        unit={unit}
        fresh={fresh}
        isPast={past !== null}
        total={filtered ? null : total}
        empty={
          filtered ? (
            <NoMatches more={first.next !== null} />
          ) : past ? (
            <EmptyState icon={History} title="There were no transactions yet">
              The wallet’s first one came later than the moment that you look at.
            </EmptyState>
          ) : (
            <FirstCall url={url} />
          )
        }
      />
      {fresh && !filtered && first.rows.length > 0 && (
        <div className="rounded-lg border border-dashed">
          <FirstCall url={url} />
        </div>
      )}
      {search.explain && (
        <ExplainSheet>
          <Suspense key={search.explain} fallback={<ExplanationSkeleton />}>
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
