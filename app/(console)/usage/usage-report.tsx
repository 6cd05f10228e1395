import { Layers, SearchX } from "lucide-react";
import { FirstCall } from "@/components/billing/first-call";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type Dimension, DIMENSIONS, isDimension } from "@/components/usage/dimensions";
import { lineOf } from "@/components/usage/group-usage";
import { readPeriod } from "@/components/usage/read-period";
import { NotYetCounted } from "@/components/usage/still-running";
import { UsageView } from "@/components/usage/usage-view";
import { readRunning } from "@/lib/deployments/so-far";
import { creditValueOf } from "@/lib/metering/credit-value";
import { type ComparedUsage, readUsageCompared } from "@/lib/metering/usage-compared";
import { utcDay } from "@/lib/values/time";
import { Refusal } from "@/lib/values/refusal";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../console-url";
import { EventPanel } from "./event-panel";
import { EventsPart } from "./events-part";
import { isFresh } from "./is-fresh";
import { namesOf } from "./names-of";

/** Usage per UTC day and what it is grouped by, for the days and the filter of the URL; the last 30 days by model if it says nothing. */
export async function UsageReport({
  search,
  path,
}: {
  search: Record<string, string>;
  path: "/usage/calls" | "/billing/usage";
}) {
  const ctx = await pageContext();
  const now = new Date();
  const today = utcDay(now);
  const period = readPeriod(search, today);
  const { days, compare } = period;
  const by = isDimension(search.by) ? search.by : "model";
  const filter = filterOf(search);
  const groupBy = by === "model" ? (["day", "model", "type", "category"] as const) : (["day", by] as const);
  const [usage, creditValue, names, fresh, running] = await Promise.all([
    readUsageCompared(ctx, { ...days, groupBy, filter, ...(compare && { compare }) }).catch(tooMuch),
    creditValueOf(ctx.accountId).then(formatUsd),
    namesOf(
      ctx,
      [by, ...DIMENSIONS.map(({ value }) => value).filter((name) => filter[name])],
      Object.values(filter),
    ),
    isFresh(ctx),
    readRunning(ctx, { ...days, filter }, now),
  ]);
  const rest = new URLSearchParams({ ...days, ...filter, account: ctx.accountId }).toString();
  const lines = usage instanceof Refusal ? [] : usage.rows.map((row) => lineOf(row, by));
  const ids = by === "key" || by === "mandate" ? lines.map(({ group }) => group) : [];
  return (
    <>
      <UsageView
        lines={lines}
        period={period}
        today={today}
        by={by}
        names={{ ...(await namesOf(ctx, [], ids)), ...names }}
        csvQuery={compare ? `${rest}&compare=${compare}` : rest}
        creditValue={creditValue}
        note={<NotYetCounted running={running} creditValue={creditValue} />}
        picker={path === "/billing/usage"}
        empty={
          usage instanceof Refusal ? (
            <TooMuch message={usage.message} path={path} />
          ) : fresh ? (
            <FirstCall url={await consoleUrl()} />
          ) : (
            <NothingUsed filtered={Object.keys(filter).length > 0} path={path} />
          )
        }
      >
        {!(usage instanceof Refusal) && (
          <EventsPart
            query={rest}
            asked={{ ...days, filter }}
            open={days.from === days.to || search.calls === "all"}
            total={usage.totals.calls}
            creditValue={creditValue}
          />
        )}
      </UsageView>
      {search.event && <EventPanel id={search.event.slice(0, 200)} />}
    </>
  );
}

function filterOf(search: Record<string, string>): Partial<Record<Dimension, string>> {
  return Object.fromEntries(
    DIMENSIONS.flatMap(({ value }) => (search[value] ? [[value, search[value].slice(0, 200)]] : [])),
  );
}

/** More lines than one page holds is something to say, not a fault. */
function tooMuch(error: unknown): ComparedUsage | Refusal {
  if (error instanceof Refusal && error.code === "unprocessable") return error;
  throw error;
}

function TooMuch({ message, path }: { message: string; path: string }) {
  return (
    <EmptyState
      icon={Layers}
      title="More lines than a page can hold"
      actions={<LinkButton href={`${path}?range=7d` as "/"}>Show the last 7 days</LinkButton>}
    >
      {message}
    </EmptyState>
  );
}

function NothingUsed({ filtered, path }: { filtered: boolean; path: string }) {
  return (
    <EmptyState
      icon={SearchX}
      title={filtered ? "Nothing fits this filter in these days" : "Nothing was used in these days"}
      actions={<LinkButton href={path as "/"}>Show the last 30 days</LinkButton>}
    >
      {filtered
        ? "Choose other days, or take the filter off."
        : "Choose other days to see what was used then."}
    </EmptyState>
  );
}
