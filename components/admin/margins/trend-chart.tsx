"use client";

import { StackedBars } from "@/components/chart/stacked-bars";
import type { TrendPeriod } from "@/lib/metering/schema-margins";
import { displayMonth, displayShortDay } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";
import { stacksOf, type TrendBar } from "./trend-bars";

/** Revenue by week or month, parted into what it cost, what that left, and what has no recorded cost. */
export function TrendChart({ bars, per }: { bars: readonly TrendBar[]; per: TrendPeriod }) {
  const { series, stacks } = stacksOf(bars);
  return (
    <StackedBars
      key={per}
      label={`Revenue by ${per}, as real cost, profit and what has no recorded cost. The table below has the same numbers.`}
      series={series}
      stacks={stacks}
      unit="USD"
      format={displayUsd}
      formatPlace={per === "week" ? displayShortDay : displayMonth}
    />
  );
}
