"use client";

import { useMemo, useState } from "react";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { BarsColumns } from "./bars-columns";
import { BarsDrawing } from "./bars-drawing";
import { BarsReading, beforeOf, writtenOf } from "./bars-reading";
import { Legend } from "./legend";
import type { Series, Stack } from "./rank-series";

interface StackedBarsProps {
  /** What is shown, for readers: "Cost by model and UTC day". */
  label: string;
  series: readonly Series[];
  stacks: readonly Stack[];
  /** What the axis counts, at its head: "ECU". */
  unit: string;
  /** A value for people, with its unit. */
  format: (value: string) => string;
  formatPlace: (at: string) => string;
  /** Goes to what a bar is made of. */
  onChoose?: ((at: string) => void) | undefined;
  /** What choosing does: "Click for this day". */
  hint?: string;
  /** The period before, drawn as an outline: what it is called, and its place beside one of these. */
  ghost?: { name: string; formatPlace: (at: string) => string | undefined } | undefined;
}

/** Bars of what adds up, drawn by the server already. The legend shows totals, takes series out, and leaves one alone. */
export function StackedBars({
  label,
  series,
  stacks,
  unit,
  format,
  formatPlace,
  onChoose,
  hint = "Click for this day",
  ghost,
}: StackedBarsProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<number | null>(null);
  const shown = useMemo(() => series.filter(({ key }) => !hidden.has(key)), [series, hidden]);
  const totals = roundToSum(series.map(({ total }) => total));
  const pointed = active === null ? undefined : stacks[active];
  const middle = active === null ? 0 : ((active + 0.5) / stacks.length) * 100;
  return (
    <figure aria-label={label}>
      <p className="mb-2 text-xs text-ink-muted" aria-hidden>
        {unit}
      </p>
      <div className="@container/chart relative mb-6 h-56" data-print="none">
        <BarsDrawing series={shown} stacks={stacks} formatPlace={formatPlace} />
        <BarsColumns
          labels={stacks.map((stack) => inWords(stack, shown, format, formatPlace(stack.at), ghost))}
          active={active}
          onActive={setActive}
          onChoose={onChoose && ((index) => stacks[index] && onChoose(stacks[index].at))}
        />
        <div className="pointer-events-none absolute inset-y-0 right-0 left-12">
          {pointed && (
            <BarsReading
              stack={pointed}
              series={shown}
              format={format}
              place={formatPlace(pointed.at)}
              placeBefore={ghost?.formatPlace(pointed.at)}
              hint={onChoose && hint}
              at={middle}
              toLeft={middle > 50}
            />
          )}
        </div>
      </div>
      <Legend
        series={series}
        hidden={hidden}
        onHidden={setHidden}
        totals={series.map(({ total, shown }, index) => format(shown ?? totals[index] ?? total))}
        ghost={ghost?.name}
      />
    </figure>
  );
}

/** "21 Nov: 12.5 ECU; gpt-4o 8 ECU, o3 4.5 ECU; before 10 ECU". */
function inWords(
  stack: Stack,
  series: readonly Series[],
  format: (value: string) => string,
  place: string,
  ghost: StackedBarsProps["ghost"],
): string {
  const parts = series.filter(({ key }) => (stack.values[key] ?? "0") !== "0");
  const { total, amounts } = writtenOf(stack, parts);
  const listed = parts.map(({ label }, index) => `${label} ${format(amounts[index] ?? "0")}`).join(", ");
  const before = ghost?.formatPlace(stack.at);
  const said = before ? `before, ${before}, ${format(beforeOf(stack, series))}` : "";
  return `${place}: ${[format(total), listed, said].filter(Boolean).join("; ")}`;
}
