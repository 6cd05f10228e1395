"use client";

import { ChevronDown, Download, X } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { Button, DownloadButton } from "@/components/ui/button";
import { DateRangePicker } from "@/components/ui/date-range-picker";
import { Menu, MenuChoice, MenuChoices } from "@/components/ui/menu";
import { useUrlQuery } from "@/components/ui/use-url-query";
import type { DayRange } from "@/lib/values/display/date-presets";
import { daysBetween } from "@/lib/values/time";
import { type Dimension, DIMENSIONS, labelOf, nameOf } from "./dimensions";
import type { UsageLine } from "./group-usage";
import { UsageChart } from "./usage-chart";
import { UsageTable } from "./usage-table";
import { UsageTotals } from "./usage-totals";

const NAMES = [...DIMENSIONS.map(({ value }) => value), "by", "range", "from", "to"] as const;

interface UsageViewProps {
  lines: readonly UsageLine[];
  days: DayRange;
  /** The preset that `days` come from, if any. */
  preset: string | null;
  by: Dimension;
  /** What the groups are called, where that is not their id. */
  names: Readonly<Record<string, string>>;
  csvHref: string;
  creditValue: string;
  /** Whether the days are chosen here; false where the tabs do it. */
  picker: boolean;
  /** What stands in place of chart and table when there is nothing. */
  empty: React.ReactNode;
}

/** Usage between two days: one query for the chart, the table and the file. */
export function UsageView({
  lines,
  days,
  preset,
  by,
  names,
  csvHref,
  creditValue,
  picker,
  empty,
}: UsageViewProps) {
  const { query, setQuery, busy } = useUrlQuery(NAMES);
  const path = usePathname();
  const params = useSearchParams();
  const showDay = (day: string) => setQuery({ range: null, from: day, to: day });
  const hrefOf = (group: string) => {
    const next = new URLSearchParams(params);
    next.set(by, group);
    return `${path}?${next.toString()}`;
  };
  return (
    <div className="space-y-4" aria-busy={busy}>
      <div className="flex flex-wrap items-center gap-2">
        {picker && <DateRangePicker preset={preset} days={days} onChange={(choice) => setQuery(choice)} />}
        <Menu
          align="start"
          trigger={
            <Button size="sm">
              <span className="text-ink-muted">By</span> {labelOf(by)}
              <ChevronDown className="text-ink-muted" aria-hidden />
            </Button>
          }
        >
          <MenuChoices value={by} onValueChange={(next) => setQuery({ by: next === "model" ? null : next })}>
            {DIMENSIONS.map(({ value, label }) => (
              <MenuChoice key={value} value={value}>
                {label}
              </MenuChoice>
            ))}
          </MenuChoices>
        </Menu>
        {DIMENSIONS.map(
          ({ value, label }) =>
            query[value] && (
              <Button key={value} size="sm" onClick={() => setQuery({ [value]: null })}>
                <span className="text-ink-muted">{label}</span>
                <span className="max-w-40 truncate">{nameOf(value, query[value], names)}</span>
                <X aria-hidden />
                <span className="sr-only">Remove this filter</span>
              </Button>
            ),
        )}
        <DownloadButton size="sm" href={csvHref} download className="ml-auto">
          <Download aria-hidden />
          Export CSV
        </DownloadButton>
      </div>
      {lines.length === 0 ? (
        <div className="rounded-lg border bg-surface">{empty}</div>
      ) : (
        <>
          <UsageTotals lines={lines} days={days} creditValue={creditValue} />
          <UsageChart
            lines={lines}
            days={daysBetween(days.from, days.to)}
            by={by}
            names={names}
            onDay={showDay}
          />
          <UsageTable
            key={`${days.from}${days.to}${by}`}
            lines={lines}
            by={by}
            names={names}
            creditValue={creditValue}
            hrefOf={hrefOf}
          />
        </>
      )}
    </div>
  );
}
