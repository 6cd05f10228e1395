"use client";

import { Download, X } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button, DownloadButton } from "@/components/ui/button";
import { DateRangePicker } from "@/components/ui/date-range-picker";
import type { DayRange } from "@/lib/values/display/date-presets";
import { daysBetween } from "@/lib/values/time";
import type { UsageLine } from "./group-usage";
import { UsageChart } from "./usage-chart";
import { UsageTable } from "./usage-table";

const PARSERS = { range: parseAsString, from: parseAsString, to: parseAsString, model: parseAsString, type: parseAsString };

interface UsageViewProps {
  lines: readonly UsageLine[];
  days: DayRange;
  /** The preset that `days` come from, if any. */
  preset: string | null;
  csvHref: string;
  creditValue: string;
  /** What stands in place of chart and table when there is nothing. */
  empty: React.ReactNode;
}

/** Usage between two days: one query for the chart, the table and the file. */
export function UsageView({ lines, days, preset, csvHref, creditValue, empty }: UsageViewProps) {
  const [busy, startTransition] = useTransition();
  const [query, setQuery] = useQueryStates(PARSERS, { shallow: false, startTransition, history: "push", scroll: false });
  const showDay = (day: string) => void setQuery({ range: null, from: day, to: day });
  return (
    <div className="space-y-4" aria-busy={busy}>
      <div className="flex flex-wrap items-center gap-2">
        <DateRangePicker preset={preset} days={days} onChange={(choice) => void setQuery(choice)} />
        {(["model", "type"] as const).map(
          (name) =>
            query[name] !== null && (
              <Button key={name} size="sm" onClick={() => void setQuery({ [name]: null })}>
                {name}: {query[name]}
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
          <UsageChart lines={lines} days={daysBetween(days.from, days.to)} onDay={showDay} />
          <UsageTable key={`${days.from}${days.to}`} lines={lines} creditValue={creditValue} />
        </>
      )}
    </div>
  );
}
