import { Layers, SearchX } from "lucide-react";
import { FirstCall } from "@/components/billing/first-call";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Corrected } from "@/components/usage/corrected";
import { type Dimension, DIMENSIONS, isDimension } from "@/components/usage/dimensions";
import { linesOf } from "@/components/usage/group-usage";
import { readPeriod } from "@/components/usage/read-period";
import { calledRows, chargesBy, groupsFor, noneInWords, shownUsage } from "@/components/usage/shown-usage";
import { ShowCalls } from "@/components/usage/show-calls";
import { NotYetCounted } from "@/components/usage/still-running";
import { UsageView } from "@/components/usage/usage-view";
import { readRunning } from "@/lib/deployments/so-far";
import { creditValueOf } from "@/lib/metering/credit-value";
import type { ShownGroup } from "@/lib/metering/rules/shown-charges";
import { readUsage, type UsageFilter } from "@/lib/metering/usage";
import { readUsageCompared } from "@/lib/metering/usage-compared";
import type { Context } from "@/lib/values/context";
import { readCorrected } from "@/lib/reports/consumption/read-corrected";
import type { DayRange } from "@/lib/values/display/date-presets";
import { utcDay } from "@/lib/values/time";
import { Refusal } from "@/lib/values/refusal";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../console-url";
import { EventPanel } from "./event-panel";
import { EventsPart } from "./events-part";
import { isFresh } from "./is-fresh";
import { namesOf } from "./names-of";

/** Rows that are read for one page, before those that it does not tell apart are one. */
const MOST_ROWS = 20_000;

/**
 * Usage per UTC day and what it is grouped by, for the days and the filter of the URL; the last 30 days by model if it says nothing. API calls alone where the
 * page is about them, all usage where the URL asks for it or narrows it down.
 */
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
  const isFiltered = Object.keys(filter).length > 0;
  const isCalls = path === "/usage/calls" && (search.of ? search.of === "calls" : !isFiltered);
  const metered: UsageFilter = isCalls ? { ...filter, metered: "call" } : filter;
  const asked = { ...days, groupBy: ["day", ...groupsFor(by)] as const, filter, maxRows: MOST_ROWS };
  const [usage, within, creditValue, names, fresh, running, corrected] = await Promise.all([
    readUsageCompared(ctx, { ...asked, ...(compare && { compare }) }).catch(tooMuch),
    writtenAbove(ctx, days, filter),
    creditValueOf(ctx.accountId).then(formatUsd),
    namesOf(
      ctx,
      [by, ...DIMENSIONS.map(({ value }) => value).filter((name) => filter[name])],
      Object.values(filter),
    ),
    isFresh(ctx),
    readRunning(ctx, { ...days, filter: metered }, now),
    // Of a balance, and of no model, member or team.
    isFiltered ? null : readCorrected(ctx, days),
  ]);
  const rest = new URLSearchParams({ ...days, ...metered, account: ctx.accountId }).toString();
  const all = usage instanceof Refusal ? [] : usage.rows;
  const rows = isCalls ? calledRows(all) : all;
  const charges = chargesBy(all, by, within);
  const lines = linesOf(rows, by);
  const events = sumOfCalls(all);
  const called = sumOfCalls(calledRows(all));
  const listed = isCalls ? called : events;
  // Those of a single day, and of more where they are asked for.
  const isOpen = days.from === days.to || search.calls === "all";
  const ids = by === "key" || by === "mandate" ? lines.map(({ group }) => group) : [];
  return (
    <>
      <UsageView
        lines={lines}
        period={period}
        today={today}
        by={by}
        shown={shownUsage(rows, charges, isCalls ? "called" : "all")}
        counted={{ called, byTime: isCalls ? 0 : events - called }}
        leftOut={
          isCalls && events > called
            ? { charge: charges.byTime, events: events - called, total: charges.total }
            : null
        }
        choice={path === "/usage/calls" ? (isCalls ? "calls" : "all") : null}
        names={{ ...(await namesOf(ctx, [], ids)), ...names, "": noneInWords(rows, by) }}
        csvQuery={compare ? `${rest}&compare=${compare}` : rest}
        creditValue={creditValue}
        note={
          <>
            {corrected && <Corrected corrected={corrected} creditValue={creditValue} />}
            <NotYetCounted running={running} creditValue={creditValue} />
          </>
        }
        picker={path === "/billing/usage"}
        empty={
          usage instanceof Refusal ? (
            <TooMuch message={usage.message} path={path} />
          ) : fresh ? (
            <FirstCall url={await consoleUrl()} />
          ) : (
            <NothingUsed filtered={isFiltered} path={path} />
          )
        }
        toCalls={!isOpen && listed > 0 ? <ShowCalls total={listed} /> : null}
      >
        {isOpen && !(usage instanceof Refusal) && (
          <EventsPart
            query={rest}
            asked={{ ...days, filter: metered }}
            total={listed}
            creditValue={creditValue}
          />
        )}
      </UsageView>
      {search.event && <EventPanel id={search.event.slice(0, 200)} />}
    </>
  );
}

/**
 * How the page that leads here writes what the filter lets through: as one group of all usage in these days, where one group is asked for. So a figure stays the
 * same where it is followed.
 */
async function writtenAbove(
  ctx: Context,
  days: DayRange,
  filter: Partial<Record<Dimension, string>>,
): Promise<ShownGroup | undefined> {
  const [[by, group] = [], ...more] = Object.entries(filter) as [Dimension, string][];
  if (by === undefined || group === undefined || more.length > 0) return undefined;
  const usage = await readUsage(ctx, { ...days, groupBy: groupsFor(by), maxRows: MOST_ROWS }).catch(tooMuch);
  if (usage instanceof Refusal) return undefined;
  return chargesBy(usage.rows, by).groups.get(group);
}

function sumOfCalls(rows: readonly { calls: number }[]): number {
  return rows.reduce((sum, { calls }) => sum + calls, 0);
}

function filterOf(search: Record<string, string>): Partial<Record<Dimension, string>> {
  return Object.fromEntries(
    DIMENSIONS.flatMap(({ value }) => (search[value] ? [[value, search[value].slice(0, 200)]] : [])),
  );
}

/** More lines than one page holds is something to say, not a fault. */
function tooMuch(error: unknown): Refusal {
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
