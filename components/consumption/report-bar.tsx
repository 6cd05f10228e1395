"use client";

import { ExportButton } from "@/components/ui/export-button";
import { DateRangePicker } from "@/components/ui/date-range-picker";
import { Segments } from "@/components/ui/segments";
import { useUrlQuery } from "@/components/ui/use-url-query";
import type { Period } from "@/lib/reports/consumption/schema";
import type { DayRange } from "@/lib/values/display/date-presets";

const PER = [
  { value: "day", label: "Daily" },
  { value: "month", label: "Monthly" },
] as const;

/** The days of the report, how it is summed, and its file. All of it stands in the URL. */
export function ReportBar({
  days,
  preset,
  per,
  csvHref,
}: {
  days: DayRange;
  preset: string | null;
  per: Period;
  csvHref: string;
}) {
  const { setQuery, busy } = useUrlQuery(["range", "from", "to", "per"]);
  return (
    <div className="flex flex-wrap items-center gap-2" aria-busy={busy}>
      <Segments
        label="Sums"
        options={PER}
        value={per}
        // The days of one make little sense for the other.
        onChange={(next) =>
          setQuery({ per: next === "day" ? null : next, range: null, from: null, to: null })
        }
      />
      <DateRangePicker preset={preset} days={days} onChange={(choice) => setQuery(choice)} />
      <ExportButton href={csvHref} isBrief className="ml-auto" />
    </div>
  );
}
