"use client";

import { useMemo } from "react";
import { huesOfUsage } from "@/components/chart/feature-hues";
import { type Datum, rankSeries } from "@/components/chart/rank-series";
import { StackedBars } from "@/components/chart/stacked-bars";
import { Card } from "@/components/ui/card";
import { Segments } from "@/components/ui/segments";
import { dimensionNoun } from "@/lib/metering/rules/usage-names";
import { displayAmount } from "@/lib/values/display/amount";
import { displayCount } from "@/lib/values/display/count";
import type { DayRange } from "@/lib/values/display/date-presets";
import { displayShortDay, displayShortRange } from "@/lib/values/display/time";
import { addDays, DAY_MS, startOfDay } from "@/lib/values/time";
import { bucketsOf } from "./buckets";
import { COUNTED_NAMES, type CountedAs } from "./counted";
import { type Dimension, nameOf } from "./dimensions";
import type { UsageLine, UsageNumbers } from "./group-usage";
import type { ShownUsage } from "./shown-usage";
import { useShallowChoice } from "./use-shallow-choice";

const METRICS = ["cost", "runs", "tokens", "calls"] as const;
type Metric = (typeof METRICS)[number];

const namesOf = (counts: CountedAs): Readonly<Record<Metric, string>> => ({
  cost: "Cost",
  runs: "Tool runs",
  tokens: "Tokens",
  calls: COUNTED_NAMES[counts],
});

const VALUE: Readonly<Record<Metric, (numbers: UsageNumbers) => string>> = {
  cost: ({ charge }) => charge,
  runs: ({ toolRuns }) => toolRuns.toString(),
  tokens: ({ input, output }) => (input + output).toString(),
  calls: ({ calls }) => calls.toString(),
};

interface UsageChartProps {
  /** "Usage trend", where it is not named by what it shows. */
  title?: string;
  lines: readonly UsageLine[];
  /** How the charges of groups and days are written. */
  shown: Pick<ShownUsage, "groups" | "days">;
  days: DayRange;
  /** The period before, if it is compared with. */
  before: DayRange | null;
  by: Dimension;
  /** What the groups are called, where that is not their id. */
  names: Readonly<Record<string, string>>;
  counts: CountedAs;
  /** Goes to these days. */
  onDays: (days: DayRange) => void;
}

/** Usage by UTC day, stacked by what it is grouped by, the period before as an outline. A bar leads to its day. */
export function UsageChart({
  title,
  lines,
  shown,
  days,
  before,
  by,
  names,
  counts,
  onDays,
}: UsageChartProps) {
  const [metric, setMetric] = useShallowChoice<Metric>("metric", METRICS);
  const withRuns = lines.some((line) => line.toolRuns > 0 || (line.before?.toolRuns ?? 0) > 0);
  const nameOfMetric = namesOf(counts);
  const metrics = METRICS.filter((value) => value !== "runs" || withRuns).map((value) => ({
    value,
    label: nameOfMetric[value],
  }));
  const { buckets, series, stacks } = useMemo(() => {
    const buckets = bucketsOf(days);
    return {
      buckets,
      ...rankSeries(dataOf(lines, metric, buckets.placeOf), buckets.places, {
        nameOf: (group) => nameOf(by, group, names),
        ...((by === "category" || by === "feature") && { huesOf: huesOfUsage }),
        ...(metric === "cost" && { shown: new Map(Object.entries(shown.groups)) }),
      }),
    };
  }, [lines, shown, days, metric, by, names]);
  const about = `${nameOfMetric[metric]} by ${dimensionNoun(by)}`;
  const leads = buckets.places.length > 1;
  return (
    <Card
      title={title ?? about}
      description={`${title ? `${about}, per` : "Per"} UTC ${buckets.unit}${leads ? `; a bar leads to its ${buckets.unit}` : ""}`}
      actions={
        <Segments label="What the chart shows" options={metrics} value={metric} onChange={setMetric} />
      }
    >
      <StackedBars
        key={`${metric} ${by}`}
        label={`${about} and UTC ${buckets.unit}. The table below has the same numbers.`}
        series={series}
        stacks={
          metric === "cost" && buckets.unit === "day"
            ? stacks.map((stack) => ({ ...stack, shown: shown.days[stack.at] }))
            : stacks
        }
        unit={metric === "cost" ? "ECU" : nameOfMetric[metric]}
        format={FORMAT[metric]}
        formatPlace={buckets.nameOf}
        onChoose={leads ? (place) => onDays(buckets.daysOf(place)) : undefined}
        hint={`Click for this ${buckets.unit}`}
        ghost={before ? ghostOf(days, before, buckets.unit === "week") : undefined}
      />
    </Card>
  );
}

const ecu = (value: string) => `${displayAmount(value, { fixed: true })} ECU`;
const FORMAT: Readonly<Record<Metric, (value: string) => string>> = {
  cost: ecu,
  runs: displayCount,
  tokens: displayCount,
  calls: displayCount,
};

function dataOf(lines: readonly UsageLine[], metric: Metric, placeOf: (day: string) => string): Datum[] {
  const data = lines.map((line) => ({
    at: placeOf(line.day),
    series: line.group,
    value: VALUE[metric](line),
    ...(line.before && { before: VALUE[metric](line.before) }),
  }));
  // What has nothing of this is no series of it.
  return data.filter(({ value, before = "0" }) => value !== "0" || before !== "0");
}

/** What the outline is; a day of the period before stands beside the day that is as far from the first. */
function ghostOf(days: DayRange, before: DayRange, weekly: boolean) {
  const later = (startOfDay(days.from).getTime() - startOfDay(before.from).getTime()) / DAY_MS;
  return {
    name: displayShortRange(before.from, before.to),
    formatPlace: (place: string) => {
      const day = addDays(place, -later);
      if (day > before.to) return undefined;
      return weekly ? `from ${displayShortDay(day)}` : displayShortDay(day);
    },
  };
}
