"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
} from "recharts";
import { displayShortCount } from "@/lib/values/display/count";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { hueOf } from "./hues";
import type { Series, Stack } from "./rank-series";

interface PlotProps {
  label: string;
  series: readonly Series[];
  stacks: readonly Stack[];
  format: (value: string) => string;
  formatPlace: (at: string) => string;
  onChoose?: ((at: string) => void) | undefined;
}

const TICK = { fill: "var(--ink-muted)", fontSize: 12 };

/** The drawing itself; loaded when a page with a chart is looked at. Numbers here are lengths of bars, never amounts. */
export function StackedBarsPlot({ label, series, stacks, format, formatPlace, onChoose }: PlotProps) {
  const data = stacks.map(({ at, values }) => ({
    at,
    ...Object.fromEntries(series.map(({ key }, index) => [`s${index}`, Number(values[key] ?? "0")])),
  }));
  const pointed = useRef<string>(undefined);
  // The arrow keys move along the bars; Enter does what a click does.
  const chooseByKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && pointed.current !== undefined) onChoose?.(pointed.current);
  };
  return (
    <div className="h-full" onKeyDown={chooseByKey}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={data}
          accessibilityLayer
          title={label}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="18%"
          onClick={({ activeLabel }) => activeLabel !== undefined && onChoose?.(String(activeLabel))}
          className={onChoose ? "[&_.recharts-surface]:cursor-pointer" : undefined}
        >
          <Pointed
            onChange={(at) => {
              pointed.current = at;
            }}
          />
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            tickFormatter={formatPlace}
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: "var(--line-strong)" }}
            minTickGap={24}
          />
          <YAxis tickFormatter={tickOf} tick={TICK} tickLine={false} axisLine={false} width={56} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--hover)" }}
            wrapperStyle={{ zIndex: 30 }}
            content={({ active, label: at }) => {
              const stack = active ? stacks.find((one) => one.at === at) : undefined;
              return stack ? (
                <Reading
                  stack={stack}
                  series={series}
                  format={format}
                  formatPlace={formatPlace}
                  hint={onChoose !== undefined}
                />
              ) : null;
            }}
          />
          {series.map((one, index) => (
            <Bar
              key={one.key}
              dataKey={`s${index}`}
              stackId="all"
              fill={hueOf(one)}
              isAnimationActive={false}
              maxBarSize={44}
              stroke="var(--surface)"
              strokeWidth={0.5}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Says which place of the axis the pointer or the keyboard is at. */
function Pointed({ onChange }: { onChange: (at: string | undefined) => void }) {
  const label = useActiveTooltipLabel();
  useEffect(() => {
    onChange(label === undefined ? undefined : String(label));
  });
  return null;
}

// The axis needs no more digits than its steps have.
function tickOf(value: number): string {
  return value >= 1_000 ? displayShortCount(Math.round(value)) : String(Number(value.toPrecision(3)));
}

function Reading({
  stack,
  series,
  format,
  formatPlace,
  hint,
}: Pick<PlotProps, "series" | "format" | "formatPlace"> & { stack: Stack; hint: boolean }) {
  const parts = series.filter(({ key }) => stack.values[key] !== undefined && stack.values[key] !== "0");
  const total = sumOf(parts.map(({ key }) => stack.values[key] ?? "0"));
  return (
    <div className="min-w-48 rounded-lg border bg-surface px-3 py-2 text-xs text-ink shadow-float">
      <p className="mb-1 flex justify-between gap-4 font-medium">
        {formatPlace(stack.at)} <span className="tabular-nums">{format(total)}</span>
      </p>
      <ul className="space-y-0.5">
        {parts.map((one) => (
          <li key={one.key} className="flex items-center gap-1.5">
            <svg viewBox="0 0 8 8" className="size-2 shrink-0" aria-hidden>
              <rect width="8" height="8" rx="2" fill={hueOf(one)} />
            </svg>
            <span className="min-w-0 flex-1 truncate">{one.label}</span>
            <span className="pl-3 text-ink-muted tabular-nums">{format(stack.values[one.key] ?? "0")}</span>
          </li>
        ))}
      </ul>
      {hint && <p className="mt-1.5 text-ink-muted">Click for this day</p>}
    </div>
  );
}
