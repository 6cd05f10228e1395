"use client";

import { useState } from "react";
import { rankSeries } from "@/components/chart/rank-series";
import { StackedBars } from "@/components/chart/stacked-bars";
import { Card } from "@/components/ui/card";
import { Segments } from "@/components/ui/segments";
import { displayAmount } from "@/lib/values/display/amount";
import { displayShortCount } from "@/lib/values/display/count";
import { displayShortDay } from "@/lib/values/display/time";
import { type Dimension, labelOf, nameOf } from "./dimensions";
import type { UsageLine } from "./group-usage";

const METRICS = [
  { value: "cost", label: "Cost" },
  { value: "tokens", label: "Tokens" },
  { value: "calls", label: "Calls" },
] as const;
type Metric = (typeof METRICS)[number]["value"];

const VALUE: Readonly<Record<Metric, (line: UsageLine) => string>> = {
  cost: ({ charge }) => charge,
  tokens: ({ input, output }) => (input + output).toString(),
  calls: ({ calls }) => calls.toString(),
};

interface UsageChartProps {
  lines: readonly UsageLine[];
  days: readonly string[];
  by: Dimension;
  /** What the groups are called, where that is not their id. */
  names: Readonly<Record<string, string>>;
  onDay: (day: string) => void;
}

/** Usage by UTC day, stacked by what it is grouped by. A bar leads to its day. */
export function UsageChart({ lines, days, by, names, onDay }: UsageChartProps) {
  const [metric, setMetric] = useState<Metric>("cost");
  const data = lines.map((line) => ({ at: line.day, series: line.group, value: VALUE[metric](line) }));
  const { series, stacks } = rankSeries(data, days, (group) => nameOf(by, group, names));
  const noun = METRICS.find(({ value }) => value === metric)?.label ?? "";
  const title = `${noun} by ${by === "key" ? "API key" : labelOf(by).toLowerCase()}`;
  const format = (value: string) =>
    metric === "cost" ? `${displayAmount(value, { fixed: true })} ECU` : displayShortCount(value);
  return (
    <Card
      title={title}
      description="Per UTC day"
      actions={
        <Segments label="What the chart shows" options={METRICS} value={metric} onChange={setMetric} />
      }
    >
      <StackedBars
        key={`${metric} ${by}`}
        label={`${title} and UTC day. The table below has the same numbers.`}
        series={series}
        stacks={stacks}
        format={format}
        formatPlace={displayShortDay}
        onChoose={days.length > 1 ? onDay : undefined}
      />
    </Card>
  );
}
