import { changeNote } from "@/components/usage/change";
import { type Arrangement, type Sorting, sortOf } from "@/lib/deployments/tabs/arrange";
import { tabBefore } from "@/lib/deployments/tabs/tab-before";
import { creditValueOf } from "@/lib/metering/credit-value";
import type { Context } from "@/lib/values/context";
import type { DayRange } from "@/lib/values/display/date-presets";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../console-url";
import type { SearchParams } from "../search-params";
import { readTab } from "./read-tab";
import { shownInOverview } from "./shown-in-overview";
import { sortedBy, sortValue } from "./sorted-by";

interface SpendingTab<Usage, Row, Sorted> {
  path: string;
  /** What it is made of where usage is told apart by feature. */
  features: readonly string[];
  sorting: Sorting<Sorted>;
  read: (ctx: Context, days: DayRange) => Promise<Usage>;
  view: (usage: Usage, asked: Arrangement) => readonly Row[];
}

/** What the page of a tab shows whose rows are charged in credits: the days that the URL asks for, beside those before them. */
export async function readSpendingTab<
  Usage extends { settled: string },
  Row extends { id: string; credits: string },
  Sorted,
>(searchParams: SearchParams, { path, features, sorting, read, view }: SpendingTab<Usage, Row, Sorted>) {
  const ctx = await pageContext();
  const asked = await readTab(path, searchParams, ctx.accountId, { sorting });
  const used = read(ctx, asked.days);
  const [usage, overview, creditValue, url, before] = await Promise.all([
    used,
    shownInOverview(ctx, asked.days, features, used),
    creditValueOf(ctx.accountId).then(formatUsd),
    consoleUrl(),
    tabBefore(asked.before, {
      read: (days) => read(ctx, days),
      view: (usage) => view(usage, {}),
      of: ({ credits }) => credits,
    }),
  ]);
  const sort = sortOf(sorting, asked.sort);
  return {
    asked,
    usage,
    overview,
    creditValue,
    url,
    rows: view(usage, asked),
    sort: sortValue(sort),
    /** What the table's columns ask for. */
    table: {
      sorted: sortedBy(sort, asked),
      hrefOf: (open: string) => asked.hrefWith({ open }),
      creditValue,
      before: before?.byId ?? null,
    },
    /** How an amount moved since the days before; `note` where nothing is compared. */
    changeOf: (amountOf: (usage: Usage) => string, note?: string) =>
      changeNote(amountOf(usage), before && { days: before.days, amount: amountOf(before.usage) }, note),
  };
}
