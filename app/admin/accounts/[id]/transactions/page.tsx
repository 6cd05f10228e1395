import { CircleHelp, ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { CustomerSheet } from "@/components/admin/customers/customer-sheet";
import { linkWith } from "@/components/admin/link-with";
import { Explanation } from "@/components/billing/explanation";
import { ExplanationSkeleton } from "@/components/billing/explanation-skeleton";
import { NoMatches } from "@/components/billing/no-matches";
import { TransactionFilters } from "@/components/billing/transaction-filters";
import { TransactionsTable } from "@/components/billing/transactions-table";
import { EmptyState } from "@/components/ui/empty-state";
import { listTransactions } from "@/lib/ledger/list";
import { readWallets } from "@/lib/ledger/wallets";
import { transactionsAsked } from "@/lib/metering/transaction-query";
import { readPayment } from "@/lib/purchases/read-payment";
import { explainRow } from "@/lib/reports/explain/explain-row";
import type { Context } from "@/lib/values/context";
import { daysOfQuery } from "@/lib/values/display/date-presets";
import { utcDay } from "@/lib/values/time";
import { readFilter } from "../../../../(console)/billing/(overview)/read-filter";
import { readSearch, type SearchParams } from "../../../../(console)/search-params";
import { absent } from "../../../absent";
import { pageCustomer, pageCustomerRead } from "../read";

export const metadata: Metadata = { title: "Transactions of an account" };

/** An account's ledger as its people see it, with the same filters, panel and file. */
export default async function CustomerTransactionsPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ ctx }, search] = await Promise.all([pageCustomer(params), readSearch(searchParams)]);
  const days = daysOfQuery(search, utcDay(new Date()));
  const asked = readFilter(search, days);
  const { filter } = transactionsAsked(asked);
  const unit = filter.unit ?? "credit";
  const [first, wallets, { wallet }] = await Promise.all([
    listTransactions(ctx, filter),
    readWallets(ctx),
    pageCustomerRead(ctx.accountId),
  ]);
  const words = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)]));
  const query = new URLSearchParams(words).toString();
  const page = `/admin/accounts/${ctx.accountId}/transactions`;
  const rows = `/api/admin/accounts/${ctx.accountId}/transactions`;
  const isWhole = Object.keys(asked).every((name) => name === "unit");
  return (
    <div className="space-y-4">
      <TransactionFilters days={days} csvHref={linkWith(`${rows}.csv`, words)} />
      <TransactionsTable
        // Each look at the page is the ledger's at that moment: operators ask again, and nothing moves under their hands.
        key={`${query} ${first.rows[0]?.id}`}
        at={{ page, rows }}
        query={query}
        first={first}
        wallet={wallet}
        unit={unit}
        fresh={false}
        isPast
        total={isWhole ? wallets[unit].seq.toString() : null}
        empty={
          isWhole ? (
            <EmptyState icon={ReceiptText} title="No transactions yet">
              The wallet’s first one comes with its first credit.
            </EmptyState>
          ) : (
            <NoMatches more={first.next !== null} all={page} />
          )
        }
      />
      {search.explain && (
        <CustomerSheet title="Why this amount?" closed={linkWith(page, { ...search, explain: undefined })}>
          <Suspense key={search.explain} fallback={<ExplanationSkeleton />}>
            <Explained ctx={ctx} id={search.explain} page={page} creditValue={wallet.credit_usd_value} />
          </Suspense>
        </CustomerSheet>
      )}
    </div>
  );
}

async function Explained({
  ctx,
  id,
  page,
  creditValue,
}: {
  ctx: Context;
  id: string;
  page: string;
  creditValue: string;
}) {
  const explanation = await explainRow(ctx, id).catch(absent);
  if (!explanation)
    return (
      <EmptyState icon={CircleHelp} title="There is no such transaction">
        The link names none of this account’s.
      </EmptyState>
    );
  const payment = await readPayment(ctx, id);
  return (
    <Explanation
      explanation={explanation}
      creditValue={creditValue}
      payment={payment}
      ofCustomer={{ page }}
    />
  );
}
