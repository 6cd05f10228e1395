"use client";

import Link from "next/link";
import { useState } from "react";
import { Donut } from "@/components/chart/donut";
import { huesOfUsage } from "@/components/chart/feature-hues";
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
import { sumOf } from "@/lib/values/display/round-to-sum";
import { displayRange } from "@/lib/values/display/time";
import type { UsageLine } from "./group-usage";
import type { ShownUsage } from "./shown-usage";
import { useHrefWith } from "./use-href-with";

interface CategoryCardProps {
  lines: readonly UsageLine[];
  shown: ShownUsage;
  days: DayRange;
  creditValue: string;
}

/** Where credit went: a ring, and beside it the same parts as a list that comes to the same total. */
export function CategoryCard({ lines, shown, days, creditValue }: CategoryCardProps) {
  const [active, setActive] = useState<string | null>(null);
  const hrefWith = useHrefWith();
  const spent = lines.filter(({ charge }) => charge !== "0");
  const data = spent.map(({ day, group, charge }) => ({ at: day, series: group, value: charge }));
  const { series } = rankSeries(data, [], {
    nameOf: categoryLabel,
    huesOf: huesOfUsage,
    shown: new Map(Object.entries(shown.groups)),
  });
  const total = sumOf(series.map((one) => one.total));
  const shares = sharesIn(series, shown.shares);
  const percentAt = (index: number) =>
    displayPercent(shares[index] ?? "0", { of: [series[index]?.total ?? "0", total], fixed: true });
  const at = series.findIndex(({ key }) => key === active);
  const pointed = series[at];
  const sum = displayAmount(pointed ? pointed.total : total, { decimals: 2, fixed: true });
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
          <span className={cn("font-semibold tracking-tight tabular-nums", sizeOf(sum))}>{sum}</span>
          <span className="text-xs text-ink-muted">
            {pointed ? `ECU · ${percentAt(at)}` : "ECU in these days"}
          </span>
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
                shown={one.shown}
                creditValue={creditValue}
                aligned
                className="relative"
              />
              <span className="w-14 text-right text-ink-muted tabular-nums">{percentAt(index)}</span>
            </li>
          ))}
          <li className="-mx-2 mt-1 flex min-h-8 items-center gap-2 border-t px-2 font-medium">
            <span className="flex-1">Total</span>
            <Amount value={total} shown={shown.total} creditValue={creditValue} aligned />
            <span className="w-14 text-right text-ink-muted tabular-nums">100 %</span>
          </li>
        </ul>
      </div>
    </Card>
  );
}

/** How large a sum is written within the ring, so that it stays clear of it. */
function sizeOf(sum: string): string {
  return sum.length > 13 ? "text-xs" : sum.length > 10 ? "text-sm" : "text-lg";
}

/** What each series is of the total; those that are summed have what the others leave of a hundred. */
function sharesIn(series: readonly { key: string; hue: unknown }[], shares: ShownUsage["shares"]): string[] {
  const named = series.map(({ key, hue }) => (hue === "other" ? "0" : (shares[key] ?? "0")));
  const rest = sumOf(["100", ...named.map((share) => (share === "0" ? share : `-${share}`))]);
  return series.map(({ hue }, at) => (hue === "other" ? rest : (named[at] ?? "0")));
}
