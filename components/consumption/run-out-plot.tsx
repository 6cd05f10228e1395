"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { CreditForecast } from "@/lib/reports/read-forecast";
import { displayAmount } from "@/lib/values/display/amount";
import { displayShortCount } from "@/lib/values/display/count";
import { displayShortDay } from "@/lib/values/display/time";
import { estimate } from "./estimate";
import { pointsOf, type RunOutPoint } from "./run-out-points";

const TICK = { fill: "var(--ink-muted)", fontSize: 12 };

/** The drawing itself; loaded when the page is looked at. Numbers here are heights, never amounts. */
export function RunOutPlot({ forecast }: { forecast: CreditForecast }) {
  const { points, today, ends, out } = pointsOf(forecast);
  const ticks = roundTicks(points.flatMap(({ was, band }) => [was ?? 0, ...(band ?? [])]));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={points}
        margin={{ top: 8, right: 24, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="day"
          tickFormatter={displayShortDay}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          minTickGap={32}
        />
        <YAxis
          ticks={ticks}
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
          tickFormatter={tickOf}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={52}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          wrapperStyle={{ zIndex: 30 }}
          content={({ active, label }) => {
            const point = active ? points.find(({ day }) => day === label) : undefined;
            return point ? <Reading point={point} /> : null;
          }}
        />
        <Area
          dataKey="band"
          stroke="none"
          fill="var(--accent-soft)"
          fillOpacity={1}
          isAnimationActive={false}
        />
        <Line
          dataKey="middle"
          stroke="var(--accent)"
          strokeWidth={1.5}
          strokeDasharray="4 4"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line dataKey="was" stroke="var(--accent)" strokeWidth={2} dot={false} isAnimationActive={false} />
        <ReferenceLine x={today} stroke="var(--line-strong)" />
        {ends.map((day) => (
          <ReferenceLine key={day} x={day} stroke="var(--warn-fill)" strokeDasharray="2 3" />
        ))}
        {out && (
          <ReferenceLine
            stroke="var(--bad-fill)"
            strokeWidth={4}
            segment={[
              { x: out.from, y: 0 },
              { x: out.to, y: 0 },
            ]}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function Reading({ point: { day, balance, left } }: { point: RunOutPoint }) {
  return (
    <p className="rounded-md border bg-surface px-3 py-2 text-xs tabular-nums shadow-sm">
      <span className="text-ink-muted">{displayShortDay(day)}: </span>
      {balance !== null
        ? `${displayAmount(balance)} ECU`
        : left && `${estimate(left.low)} to ${estimate(left.high)} ECU, likely ${estimate(left.middle)}`}
    </p>
  );
}

/** Four or so round heights that hold all values: 0, 200, 400 … The step is 1, 2 or 5 and zeros. */
function roundTicks(values: readonly number[]): number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const least = (high - low) / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5].find((size) => size * power >= least) ?? 10) * power;
  const [from, to] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: Math.max(1, to - from) + 1 }, (_, index) => (from + index) * step);
}

function tickOf(value: number): string {
  return Math.abs(value) >= 1_000
    ? displayShortCount(Math.round(value))
    : String(Number(value.toPrecision(3)));
}
