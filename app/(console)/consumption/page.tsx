import { Plus, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { BalanceHero } from "@/components/billing/balance-hero";
import { FirstCall } from "@/components/billing/first-call";
import { PeriodChart } from "@/components/consumption/period-chart";
import { PeriodTable } from "@/components/consumption/period-table";
import { Rates } from "@/components/consumption/rates";
import { ReportBar } from "@/components/consumption/report-bar";
import { RunOutCard } from "@/components/consumption/run-out-card";
import { runOutInWords } from "@/components/consumption/run-out-words";
import { TopConsumers } from "@/components/consumption/top-consumers";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Corrected } from "@/components/usage/corrected";
import { ReRated } from "@/components/usage/re-rated";
import { noneInWords } from "@/components/usage/shown-usage";
import { NotYetCounted } from "@/components/usage/still-running";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { readRunning } from "@/lib/deployments/so-far";
import { readUsage } from "@/lib/metering/usage";
import { readWallet } from "@/lib/metering/read-wallet";
import { readConsumption } from "@/lib/reports/consumption/read-consumption";
import { readRates } from "@/lib/reports/consumption/read-rates";
import { readCorrected } from "@/lib/reports/consumption/read-corrected";
import { readForecast } from "@/lib/reports/read-forecast";
import { comparisonOf } from "@/lib/values/display/compare";
import { displayRunOut } from "@/lib/values/display/run-out";
import { displayRange } from "@/lib/values/display/time";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../console-url";
import { readSearch, type SearchParams } from "../search-params";
import { readAsked } from "./read-asked";

export const metadata: Metadata = { title: "Consumption" };

const NAMED = 5;

/** How long the credit lasts, and who and what uses it. */
export default async function ConsumptionPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, search] = await Promise.all([pageContext(), readSearch(searchParams)]);
  const now = new Date();
  const { days, preset, per } = readAsked(search, now);
  const compare = comparisonOf(preset);
  const [wallet, forecast, rates, consumption, noModel, running, corrected] = await Promise.all([
    readWallet(ctx),
    readForecast(ctx, now),
    readRates(ctx, now),
    readConsumption(ctx, { ...days, per, top: NAMED, compare }, now),
    readUsage(ctx, { ...days, groupBy: ["model", "category"], filter: { model: "" } }),
    readRunning(ctx, days, now),
    readCorrected(ctx, days),
  ]);
  const creditValue = wallet.credit_usd_value;
  const words = runOutInWords(wallet.available, forecast.runOut);
  const asked = { ...days, per, top: NAMED.toString(), compare, account: ctx.accountId };
  const csv = new URLSearchParams(asked).toString();
  const { totals, re_rated: reRated } = consumption;
  const isEmpty = totals.calls === 0 && totals.charge === "0" && reRated.calls === 0;
  return (
    <div className="space-y-6">
      <PageHeader title="Consumption" description={words} />
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)]">
        <BalanceHero
          wallet={wallet}
          runOut={forecast.runOut && displayRunOut(forecast.runOut)}
          action={
            <LinkButton href="/billing/buy">
              <Plus aria-hidden />
              Add credit
            </LinkButton>
          }
        />
        <Rates rates={rates} creditValue={creditValue} />
      </div>
      <RunOutCard forecast={forecast} words={words} />
      <ReportBar days={days} preset={preset} per={per} csvHref={`/api/v1/consumption.csv?${csv}`} />
      {isEmpty ? (
        <div className="rounded-lg border bg-surface">
          {search.from || search.to || search.range ? (
            <EmptyState
              icon={SearchX}
              title="Nothing was used in these days"
              actions={<LinkButton href="/consumption">Show the last 30 days</LinkButton>}
            >
              Choose other days.
            </EmptyState>
          ) : (
            <FirstCall url={await consoleUrl()} />
          )}
        </div>
      ) : (
        <>
          <Card
            title={per === "day" ? "Credits per UTC day" : "Credits per month"}
            description={`By feature, ${displayRange(days.from, days.to)}.`}
          >
            <PeriodChart periods={consumption.periods} per={per} shown={consumption.shown} />
            <div className="mt-3 space-y-1 empty:hidden">
              <ReRated
                charge={totals.charge}
                reRated={reRated.charge}
                runsReRated={reRated.tool_runs}
                creditValue={creditValue}
              />
              <Corrected corrected={corrected} creditValue={creditValue} />
              <NotYetCounted running={running} creditValue={creditValue} />
            </div>
            <details className="mt-3 border-t pt-3 text-sm">
              <summary className="w-fit cursor-pointer rounded-sm text-ink-muted hover:text-ink">
                The same numbers as a table
              </summary>
              <div className="mt-3 overflow-hidden rounded-lg border">
                <PeriodTable consumption={consumption} creditValue={creditValue} />
              </div>
            </details>
          </Card>
          <section aria-labelledby="top-consumers" className="space-y-3">
            <h2 id="top-consumers" className="text-base font-semibold">
              Top consumers
            </h2>
            <p className="-mt-2 text-sm text-ink-muted">
              Amounts in ECU, {displayRange(days.from, days.to)}; each change is against{" "}
              {displayRange(consumption.before.from, consumption.before.to)}. A feature is a type of job;{" "}
              <TextLink
                prefetch={false}
                href={`/usage?${new URLSearchParams({ ...days }).toString()}` as "/usage"}
              >
                Usage
              </TextLink>{" "}
              sums features into categories.
            </p>
            <TopConsumers
              consumption={consumption}
              noModel={noneInWords(noModel.rows, "model")}
              creditValue={creditValue}
            />
          </section>
        </>
      )}
    </div>
  );
}
