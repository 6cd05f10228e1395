"use client";

import { GitCompareArrows } from "lucide-react";
import { Button } from "@/components/ui/button";
import { DateRangePicker } from "@/components/ui/date-range-picker";
import { useUrlQuery } from "@/components/ui/use-url-query";
import { comparisonOf, daysBefore } from "@/lib/values/display/compare";
import type { DayRange } from "@/lib/values/display/date-presets";
import { displayShortRange } from "@/lib/values/display/time";

/** What all views of usage share in the URL: the days, and whether they are compared. */
export const PERIOD = ["range", "from", "to", "compare"] as const;

/** The days of a view, and the period before beside them at a click. */
export function Period({ days, preset }: { days: DayRange; preset: string | null }) {
  const { query, setQuery, busy } = useUrlQuery(PERIOD);
  const on = query.compare !== null;
  const before = daysBefore(days, comparisonOf(preset));
  const words = displayShortRange(before.from, before.to);
  return (
    <div className="flex flex-wrap items-center gap-2" aria-busy={busy}>
      <DateRangePicker preset={preset} days={days} onChange={(choice) => setQuery(choice)} />
      <Button
        size="sm"
        aria-pressed={on}
        title={on ? "Stop comparing" : `Compare with ${words}`}
        className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
        onClick={() => setQuery({ compare: on ? null : "1" })}
      >
        <GitCompareArrows className="text-ink-muted" aria-hidden />
        {on ? `vs ${words}` : "Compare"}
      </Button>
    </div>
  );
}
