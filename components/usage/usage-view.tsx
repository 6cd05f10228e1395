"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import type { DayRange } from "@/lib/values/display/date-presets";
import type { UtcDay } from "@/lib/values/time";
import { type Counted, countedAs } from "./counted";
import { csvHref } from "./csv-href";
import type { Dimension } from "./dimensions";
import type { UsageLine } from "./group-usage";
import { Period } from "./period";
import { LeftOutLine } from "./left-out-line";
import type { AskedPeriod } from "./read-period";
import type { LeftOut, ShownUsage } from "./shown-usage";
import { UsageChart } from "./usage-chart";
import { UsageToolbar } from "./usage-toolbar";
import { UsageTotals } from "./usage-totals";
import { useHrefWith } from "./use-href-with";

// For a single day only.
const DaySteps = dynamic(() => import("./day-steps").then((parts) => parts.DaySteps));
// Below the chart, and whole without its script: the page answers before it has come.
const UsageTable = dynamic(() => import("./usage-table").then((parts) => parts.UsageTable));

interface UsageViewProps {
  lines: readonly UsageLine[];
  period: AskedPeriod;
  today: UtcDay;
  by: Dimension;
  /** How the charges are written. */
  shown: ShownUsage;
  counted: Counted;
  /** What the page of API calls leaves out; null where it shows all usage, or where that is the same. */
  leftOut: LeftOut | null;
  /** Whether API calls or all usage are shown; null where there is no choice. */
  choice: "calls" | "all" | null;
  /** What the groups are called, where that is not their id; what named none under "". */
  names: Readonly<Record<string, string>>;
  /** The query of the table's file, without what it is grouped by. */
  csvQuery: string;
  creditValue: string;
  /** What stands under the total. */
  note: ReactNode;
  /** Whether the days are chosen here; false where the tabs do it. */
  picker: boolean;
  /** What stands in place of chart and table when there is nothing. */
  empty: ReactNode;
  /** What leads to the calls one by one, where they are not listed yet. */
  toCalls: ReactNode;
  /** The calls one by one. */
  children: ReactNode;
}

/** Usage between two days: one query for the chart, the table and the file. A single day has no chart: its calls are listed. */
export function UsageView({
  lines,
  period,
  today,
  by,
  shown,
  counted,
  leftOut,
  choice,
  names,
  csvQuery,
  creditValue,
  note,
  picker,
  empty,
  toCalls,
  children,
}: UsageViewProps) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const hrefWith = useHrefWith();
  const { days, before, preset } = period;
  const numbers = { lines, shown, by, names, counts: countedAs(counted) };
  const single = days.from === days.to;
  const showDays = (chosen: DayRange) =>
    start(() => router.push(hrefWith({ range: null, ...chosen }) as "/", { scroll: false }));
  return (
    <div className="space-y-4" aria-busy={busy}>
      <UsageToolbar by={by} names={names} choice={choice}>
        {picker && <Period days={days} preset={preset} />}
        {single && <DaySteps day={days.from} today={today} />}
      </UsageToolbar>
      {lines.length === 0 ? (
        <div className="rounded-lg border bg-surface">{empty}</div>
      ) : (
        <>
          <UsageTotals {...{ lines, shown, counted, period, creditValue }}>
            {leftOut && <LeftOutLine {...leftOut} called={shown.total} href={hrefWith({ of: "all" })} />}
            {note}
          </UsageTotals>
          {!single && <UsageChart {...numbers} days={days} before={before} onDays={showDays} />}
          <UsageTable
            key={`${days.from}${days.to}${by}`}
            {...(single && { title: "The day’s numbers" })}
            {...numbers}
            creditValue={creditValue}
            compared={before !== null}
            groupings={single ? ["group"] : ["all", "day", "group"]}
            csvHrefOf={(grouping) => csvHref(csvQuery, by, grouping)}
            foot={toCalls}
            hrefWith={hrefWith}
          />
          {children}
        </>
      )}
    </div>
  );
}
