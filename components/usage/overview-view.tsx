"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import type { DayRange } from "@/lib/values/display/date-presets";
import { AllocationCard } from "./allocation-card";
import { CategoryCard } from "./category-card";
import { type Counted, countedAs } from "./counted";
import { csvHref } from "./csv-href";
import type { UsageLine } from "./group-usage";
import type { AskedPeriod } from "./read-period";
import type { ShownUsage } from "./shown-usage";
import { UsageChart } from "./usage-chart";
import { UsageTable } from "./usage-table";
import { UsageTotals } from "./usage-totals";
import { useHrefWith } from "./use-href-with";

interface OverviewViewProps {
  /** By day and category. */
  lines: readonly UsageLine[];
  shown: ShownUsage;
  counted: Counted;
  period: AskedPeriod;
  wallet: WalletSummary;
  /** When credit runs out at this rate, in words. */
  runOut: string | null;
  /** What stands under the total. */
  note: ReactNode;
  csvQuery: string;
  /** What stands in place of the days' parts when nothing was used in them. */
  empty: ReactNode;
}

const NO_NAMES = {};

/** The whole of usage at a glance: what is used of what there was, where it went, how it moved, and the same as a table. */
export function OverviewView({
  lines,
  shown,
  counted,
  period,
  wallet,
  runOut,
  note,
  csvQuery,
  empty,
}: OverviewViewProps) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const hrefWith = useHrefWith();
  const { days, before } = period;
  const creditValue = wallet.credit_usd_value;
  const showDays = (chosen: DayRange) =>
    start(() => router.push(hrefWith({ range: null, ...chosen }) as "/"));
  const numbers = { lines, shown, by: "category", names: NO_NAMES, counts: countedAs(counted) } as const;
  const allocations = (
    <>
      <AllocationCard wallet={wallet} unit="credit" runOut={runOut} />
      <AllocationCard wallet={wallet} unit="tool_run" />
    </>
  );
  if (lines.length === 0)
    return (
      <div className="space-y-4">
        <div className="grid gap-4 md:grid-cols-2">{allocations}</div>
        <div className="rounded-lg border bg-surface">{empty}</div>
      </div>
    );
  return (
    <div className="space-y-4" aria-busy={busy}>
      <UsageTotals {...{ lines, shown, counted, period, creditValue }}>{note}</UsageTotals>
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <CategoryCard lines={lines} shown={shown} days={days} creditValue={creditValue} />
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-1">{allocations}</div>
      </div>
      <UsageChart title="Usage trend" {...numbers} days={days} before={before} onDays={showDays} />
      <UsageTable
        key={`${days.from}${days.to}`}
        {...numbers}
        creditValue={creditValue}
        compared={before !== null}
        groupings={["day", "group", "all"]}
        csvHrefOf={(grouping) => csvHref(csvQuery, "category", grouping)}
        hrefWith={hrefWith}
      />
    </div>
  );
}
