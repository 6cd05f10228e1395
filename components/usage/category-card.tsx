"use client";

import Link from "next/link";
import { useState } from "react";
import { Donut } from "@/components/chart/donut";
import { rankSeries } from "@/components/chart/rank-series";
import { Swatch } from "@/components/chart/swatch";
import { Amount, Worth } from "@/components/ui/amount";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { TextLink } from "@/components/ui/text-link";
import type { DayRange } from "@/lib/values/display/date-presets";
import { displayAmount } from "@/lib/values/display/amount";
import { categoryLabel } from "@/lib/metering/rules/categories";
import { displayPercent } from "@/lib/values/display/percent";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { sharesOf } from "@/lib/values/display/shares";
import { displayRange } from "@/lib/values/display/time";
import type { UsageLine } from "./group-usage";
import { useHrefWith } from "./use-href-with";

interface CategoryCardProps {
  lines: readonly UsageLine[];
  days: DayRange;
  creditValue: string;
}

/** Where credit went: a ring, and beside it the same parts as a list that comes to the same total. */
export function CategoryCard({ lines, days, creditValue }: CategoryCardProps) {
  const [active, setActive] = useState<string | null>(null);
  const hrefWith = useHrefWith();
  const spent = lines.filter(({ charge }) => charge !== "0");
  const data = spent.map(({ day, group, charge }) => ({ at: day, series: group, value: charge }));
  const { series } = rankSeries(data, [], categoryLabel);
  const total = sumOf(series.map((one) => one.total));
  const shown = roundToSum(series.map((one) => one.total));
  const shares = sharesOf(series.map((one) => one.total));
  const percentAt = (index: number) =>
    displayPercent(shares[index] ?? "0", { of: [series[index]?.total ?? "0", total], fixed: true });
  const at = series.findIndex(({ key }) => key === active);
  const pointed = series[at];
  return (
    <Card
      title="Credits by category"
      description={
        <>
          {displayRange(days.from, days.to)}. A category sums features;{" "}
          <TextLink
            prefetch={false}
            href={`/consumption?${new URLSearchParams({ ...days }).toString()}` as "/"}
          >
            Consumption
          </TextLink>{" "}
          shows each.
        </>
      }
    >
      <div className="flex flex-wrap items-center justify-center gap-x-8 gap-y-5">
        <Donut
          label={`Credits by category: ${series.map((one, index) => `${one.label} ${percentAt(index)}`).join(", ")}`}
          series={series}
          active={active}
          onActive={setActive}
        >
          <span className="text-lg font-semibold tracking-tight tabular-nums">
            {displayAmount(pointed ? pointed.total : total, { decimals: 2, fixed: true })}
          </span>
          <span className="text-xs text-ink-muted">{pointed ? `ECU · ${percentAt(at)}` : "ECU used"}</span>
          <span className="mt-0.5 line-clamp-2 text-xs text-ink-muted">
            {pointed ? pointed.label : <Worth value={total} creditValue={creditValue} />}
          </span>
        </Donut>
        <ul className="min-w-0 flex-1 basis-64 text-sm" onPointerLeave={() => setActive(null)}>
          {series.map((one, index) => (
            <li
              key={one.key}
              onPointerEnter={() => setActive(one.key)}
              className={cn(
                "relative -mx-2 flex min-h-8 items-center gap-2 rounded-md px-2",
                active === one.key && "bg-hover",
              )}
            >
              <Swatch series={one} />
              {one.hue === "other" ? (
                <span className="min-w-0 flex-1 truncate">{one.label}</span>
              ) : (
                <Link
                  href={hrefWith({ category: one.key, by: "model" }) as "/"}
                  prefetch={false}
                  onFocus={() => setActive(one.key)}
                  onBlur={() => setActive(null)}
                  className="min-w-0 flex-1 truncate after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent-ink"
                >
                  {one.label}
                </Link>
              )}
              <Amount
                value={one.total}
                shown={shown[index] ?? one.total}
                creditValue={creditValue}
                aligned
                className="relative"
              />
              <span className="w-14 text-right text-ink-muted tabular-nums">{percentAt(index)}</span>
            </li>
          ))}
          <li className="-mx-2 mt-1 flex min-h-8 items-center gap-2 border-t px-2 font-medium">
            <span className="flex-1">Total</span>
            <Amount value={total} shown={sumOf(shown)} creditValue={creditValue} aligned />
            <span className="w-14 text-right text-ink-muted tabular-nums">100 %</span>
          </li>
        </ul>
      </div>
    </Card>
  );
}
