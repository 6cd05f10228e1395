import { Download, X } from "lucide-react";
import type { Metadata } from "next";
import { percent } from "@/components/admin/backtest-words";
import { linkWith, oneOf } from "@/components/admin/link-with";
import { inCents } from "@/components/admin/margins/in-cents";
import { MarginsTable } from "@/components/admin/margins/margins-table";
import { barsOf } from "@/components/admin/margins/trend-bars";
import { TrendChart } from "@/components/admin/margins/trend-chart";
import { TrendTable } from "@/components/admin/margins/trend-table";
import { ViewLinks } from "@/components/admin/view-links";
import { DownloadButton, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { readMarginReport } from "@/lib/metering/margin-report";
import { MARGIN_GROUPS, type MarginGroup } from "@/lib/metering/margins";
import { sinceTheFirst } from "@/lib/metering/rules/since-the-first";
import { featureName } from "@/lib/metering/rules/usage-names";
import { MARGIN_DAYS, MarginsQuery, TREND_PERIODS } from "@/lib/metering/schema-margins";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { sentenceOf } from "@/lib/values/display/sentence";
import { displayRange } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";
import { formatUsd } from "@/lib/values/usd";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Margins" };

/** Rows of each table; all of them are in the sums and in the file. */
const SHOWN = 20;

/** What the query calls each. */
const PARAM = { feature: "feature", model: "model", account: "customer" } as const;

const DESCRIPTIONS: Readonly<Record<MarginGroup, string>> = {
  feature:
    "Revenue is what was charged, at what a credit was worth on its rate card, with what re-rates changed. Margin and markup are of what has a recorded cost: its revenue stands beside it. Calls with customers’ own keys are in no ratio.",
  model:
    "The same calls. Configured is the least markup that the rate card asks for; minimum charges and fixed prices lift what is achieved above it.",
  account: "The same calls.",
};

/** What usage was charged at against what it really cost: by feature, model and account, and how it moved. */
export default async function MarginsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const operator = await pageOperator();
  const search = await searchParams;
  const given = Object.entries(MarginsQuery.shape).flatMap(([name, shape]) => {
    const value = oneOf(search[name]);
    return value !== undefined && shape.safeParse(value).success ? [[name, value] as const] : [];
  });
  const query: Readonly<Record<string, string>> = Object.fromEntries(given);
  const asked = MarginsQuery.parse(query);
  const report = await readMarginReport(operator, asked);
  const { from, to, total } = report;
  const feature = report.groups.feature.map((row) => ({ ...row, name: featureName(row.name) }));
  const groups = { ...report.groups, feature };
  // In the cents of the tables' feet, so that both parts come to the revenue there.
  const inWholeCents = (amount: bigint) => roundToSum([formatScaled(amount / 1_000n, 9)], 2)[0] ?? "0";
  const revenue = inWholeCents(total.revenue);
  const costed = inWholeCents(total.revenue - total.uncostedRevenue);
  const uncosted = sumOf([revenue, `-${costed}`]);
  const trend = inCents(sinceTheFirst(report.trend));
  const href = (change: Readonly<Record<string, string | undefined>>) =>
    linkWith("/admin/margins", { ...query, ...change }) as "/admin/margins";
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-2">
        <ViewLinks
          label="Period"
          views={MARGIN_DAYS.map((days) => ({ view: `${days}`, label: `${days} days` }))}
          current={`${asked.days}`}
          hrefOf={(days) => href({ days })}
        />
        {MARGIN_GROUPS.map((group) => {
          const value = asked[PARAM[group]];
          if (value === undefined) return null;
          const name = groups[group].find((row) => row.value === value)?.name ?? value;
          return (
            <LinkButton
              key={group}
              size="sm"
              href={href({ [PARAM[group]]: undefined })}
              title={`Not only this ${group}`}
            >
              Only {name}
              <X aria-hidden />
            </LinkButton>
          );
        })}
        <DownloadButton
          size="sm"
          href={linkWith("/api/admin/margins.csv", query)}
          download
          className="ml-auto"
        >
          <Download aria-hidden />
          Export CSV
        </DownloadButton>
      </div>
      <p className="text-sm text-ink-muted tabular-nums">
        <span className="mr-2 text-lg font-semibold tracking-tight text-ink">
          {total.marginPpm === null ? "No margin to tell" : `${percent(total.marginPpm)} gross margin`}
        </span>{" "}
        {displayUsd(costed)} of revenue on {displayUsd(formatUsd(total.cost))} of real cost,{" "}
        <span className="whitespace-nowrap">{displayRange(from, to)}</span> (UTC)
        {total.uncostedRevenue > 0n &&
          `. ${displayUsd(uncosted)} more was charged where no cost was recorded, and is in no ratio`}
        .
      </p>
      <Card
        id="trend"
        title="Trend"
        description={`Revenue per ${asked.per} in USD; fees for customers’ own keys are in it. Profit, margin and markup are of what has a recorded cost. Each day’s credit at what it was worth then.`}
        actions={
          <ViewLinks
            label="Trend"
            views={TREND_PERIODS.map((per) => ({ view: per, label: per === "week" ? "Weeks" : "Months" }))}
            current={asked.per}
            hrefOf={(per) => href({ per })}
          />
        }
      >
        <TrendChart bars={barsOf(trend)} per={asked.per} />
        <div className="mt-4 overflow-hidden rounded-lg border">
          <TrendTable points={trend} total={report.trendTotal} per={asked.per} />
        </div>
      </Card>
      {MARGIN_GROUPS.map((group) => (
        <Card
          key={group}
          flush
          title={`By ${group}`}
          description={
            groups[group].length > SHOWN
              ? `The ${SHOWN} with the highest cost, of ${groups[group].length}; all are in the total and in the file.`
              : DESCRIPTIONS[group]
          }
        >
          <MarginsTable
            caption={`Margins by ${group}`}
            head={sentenceOf(group)}
            rows={groups[group]}
            most={SHOWN}
            total={total}
            hrefOf={(value) => href({ [PARAM[group]]: value })}
          />
        </Card>
      ))}
    </div>
  );
}
