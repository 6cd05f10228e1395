"use client";

import { huesOfUsage } from "@/components/chart/feature-hues";
import { rankSeries } from "@/components/chart/rank-series";
import { StackedBars } from "@/components/chart/stacked-bars";
import { useUrlQuery } from "@/components/ui/use-url-query";
import { displayAmount } from "@/lib/values/display/amount";
import { displayMonth, displayShortDay } from "@/lib/values/display/time";
import type { ShownConsumption } from "@/lib/reports/consumption/read-consumption";
import type { Period } from "@/lib/reports/consumption/schema";

/** One day or month, with what each feature was charged. */
export interface PeriodParts {
  from: string;
  to: string;
  charge: string;
  jobs: { value: string; name: string; charge: string }[];
}

/** Consumption by day or month, stacked by feature. A month leads to its days, a day to its usage. */
export function PeriodChart({
  periods,
  per,
  shown,
}: {
  periods: readonly PeriodParts[];
  per: Period;
  /** How the charges are written. */
  shown: Pick<ShownConsumption, "features" | "periods">;
}) {
  const { setQuery } = useUrlQuery(["range", "from", "to", "per"]);
  const names = new Map(periods.flatMap(({ jobs }) => jobs.map(({ value, name }) => [value, name])));
  const data = periods.flatMap(({ from, jobs }) =>
    jobs.map(({ value, charge }) => ({ at: from, series: value, value: charge })),
  );
  const { series, stacks } = rankSeries(
    data,
    periods.map(({ from }) => from),
    { nameOf: (value) => names.get(value) ?? value, huesOf: huesOfUsage, shown: shown.features },
  );
  const choose = (at: string) => {
    const period = periods.find(({ from }) => from === at);
    if (period) setQuery({ range: null, from: period.from, to: period.to, per: null });
  };
  return (
    <StackedBars
      key={per}
      label={`Credits by feature and ${per === "day" ? "UTC day" : "month"}. The table below has the same numbers.`}
      series={series}
      stacks={stacks.map((stack) => ({ ...stack, shown: shown.periods.get(stack.at) }))}
      unit="ECU"
      format={(value) => `${displayAmount(value, { fixed: true })} ECU`}
      formatPlace={per === "day" ? displayShortDay : displayMonth}
      {...(periods.length > 1 && { onChoose: choose })}
    />
  );
}
