"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { hueOf } from "./hues";
import type { Series, Stack } from "./rank-series";

const Plot = dynamic(() => import("./stacked-bars-plot").then((module) => module.StackedBarsPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
});

interface StackedBarsProps {
  /** What is shown, for readers: "Cost by model and UTC day". */
  label: string;
  series: readonly Series[];
  stacks: readonly Stack[];
  /** A value for people, with its unit. */
  format: (value: string) => string;
  formatPlace: (at: string) => string;
  /** Goes to what a bar is made of. */
  onChoose?: (at: string) => void;
}

/** Bars of what adds up. The legend shows totals, takes series out, and with a double click leaves one alone. */
export function StackedBars({ label, series, stacks, format, formatPlace, onChoose }: StackedBarsProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => setHidden((before) => toggled(before, key));
  const isolate = (key: string) => {
    const others = series.filter((one) => one.key !== key).map((one) => one.key);
    const alone = others.every((other) => hidden.has(other)) && !hidden.has(key);
    setHidden(new Set(alone ? [] : others));
  };
  const shown = series.filter(({ key }) => !hidden.has(key));
  const totals = roundToSum(series.map(({ total }) => total));
  return (
    <figure aria-label={label}>
      <div className="h-64" data-print="none">
        <Plot
          series={shown}
          stacks={stacks}
          format={format}
          formatPlace={formatPlace}
          onChoose={onChoose}
          label={label}
        />
      </div>
      <figcaption className="-mx-2 mt-3 flex flex-wrap gap-1">
        {series.map((one, index) => {
          const on = !hidden.has(one.key);
          return (
            <button
              key={one.key}
              type="button"
              aria-pressed={on}
              onClick={(event) => (event.altKey || event.shiftKey ? isolate(one.key) : toggle(one.key))}
              onDoubleClick={() => isolate(one.key)}
              title="Click to hide or show, Shift-click or double-click for this one alone"
              className={cn(
                "flex min-h-7 max-w-full items-center gap-1.5 rounded-md px-2 text-xs hover:bg-hover",
                !on && "text-ink-muted line-through",
              )}
            >
              <svg viewBox="0 0 8 8" className="size-2 shrink-0" aria-hidden>
                <rect width="8" height="8" rx="2" fill={on ? hueOf(one) : "var(--line-strong)"} />
              </svg>
              <span className="truncate">{one.label}</span>
              <span className="whitespace-nowrap text-ink-muted tabular-nums">
                {format(totals[index] ?? one.total)}
              </span>
            </button>
          );
        })}
      </figcaption>
    </figure>
  );
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}
