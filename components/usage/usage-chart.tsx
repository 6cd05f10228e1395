"use client";

import { useState } from "react";
import { rankSeries } from "@/components/chart/rank-series";
import { StackedBars } from "@/components/chart/stacked-bars";
import { Card } from "@/components/ui/card";
import { Segments } from "@/components/ui/segments";
import { displayAmount } from "@/lib/values/display/amount";
import { displayShortCount } from "@/lib/values/display/count";
import { displayShortDay } from "@/lib/values/display/time";
import type { UsageLine } from "./group-usage";

const METRICS = [
  { value: "cost", label: "Cost", noun: "Cost" },
  { value: "tokens", label: "Tokens", noun: "Tokens" },
  { value: "calls", label: "Calls", noun: "Calls" },
] as const;
type Metric = (typeof METRICS)[number]["value"];

const VALUE: Readonly<Record<Metric, (line: UsageLine) => string>> = {
  cost: ({ charge }) => charge,
  tokens: ({ input, output }) => (input + output).toString(),
  calls: ({ calls }) => calls.toString(),
};

/** Usage by UTC day, stacked by model. A bar leads to its day. */
export function UsageChart({ lines, days, onDay }: { lines: readonly UsageLine[]; days: readonly string[]; onDay: (day: string) => void }) {
  const [metric, setMetric] = useState<Metric>("cost");
  const data = lines.map((line) => ({ at: line.day, series: line.model, value: VALUE[metric](line) }));
  const { series, stacks } = rankSeries(data, days);
  const noun = METRICS.find(({ value }) => value === metric)?.noun ?? "";
  const format = (value: string) => (metric === "cost" ? `${displayAmount(value)} ECU` : displayShortCount(value));
  return (
    <Card
      title={`${noun} by model`}
      description="Per UTC day"
      actions={<Segments label="What the chart shows" options={METRICS} value={metric} onChange={setMetric} />}
    >
      <StackedBars
        key={metric}
        label={`${noun} by model and UTC day. The table below has the same numbers.`}
        series={series}
        stacks={stacks}
        format={format}
        formatPlace={displayShortDay}
        onChoose={days.length > 1 ? onDay : undefined}
      />
    </Card>
  );
}
