"use client";

import { cn } from "@/components/ui/cn";
import type { Series } from "./rank-series";
import { Swatch } from "./swatch";

interface LegendProps {
  series: readonly Series[];
  hidden: ReadonlySet<string>;
  onHidden: (hidden: ReadonlySet<string>) => void;
  /** The total of each series as it is shown. */
  totals: readonly string[];
  /** What the outline is, where there is one. */
  ghost?: string | undefined;
}

/** The names of the series with their totals. A click takes one out, "only" or a double click leaves it alone. */
export function Legend({ series, hidden, onHidden, totals, ghost }: LegendProps) {
  const only = (key: string) => {
    const others = series.filter((one) => one.key !== key).map((one) => one.key);
    const alone = !hidden.has(key) && others.every((other) => hidden.has(other));
    onHidden(new Set(alone ? [] : others));
  };
  const toggle = (key: string) => {
    const after = new Set(hidden);
    if (!after.delete(key)) after.add(key);
    onHidden(after);
  };
  return (
    <figcaption className="-mx-2 mt-3 flex flex-wrap items-center gap-x-1 gap-y-0.5">
      {series.map((one, index) => {
        const on = !hidden.has(one.key);
        return (
          <span
            key={one.key}
            className="group relative flex max-w-full items-center rounded-md hover:bg-hover"
          >
            <button
              type="button"
              aria-pressed={on}
              onClick={(event) => (event.altKey || event.shiftKey ? only(one.key) : toggle(one.key))}
              onDoubleClick={() => only(one.key)}
              title={on ? "Take out of the chart" : "Put back into the chart"}
              className={cn(
                "flex min-h-7 min-w-0 items-center gap-1.5 rounded-md px-2 text-xs",
                !on && "text-ink-muted line-through",
              )}
            >
              <Swatch series={one} on={on} />
              <span className="truncate">{one.label}</span>
              <span className="whitespace-nowrap text-ink-muted tabular-nums">{totals[index]}</span>
            </button>
            {series.length > 1 && (
              <button
                type="button"
                onClick={() => only(one.key)}
                aria-label={`Only ${one.label}`}
                className="pointer-events-none absolute inset-y-0 right-0 rounded-md bg-hover px-2 text-xs text-accent-ink underline underline-offset-2 opacity-0 group-hover:pointer-events-auto group-hover:opacity-100 focus-visible:opacity-100"
              >
                only
              </button>
            )}
          </span>
        );
      })}
      {ghost && (
        <span className="flex min-h-7 items-center gap-1.5 px-2 text-xs text-ink-muted">
          <svg viewBox="0 0 8 8" className="size-2 shrink-0" aria-hidden>
            <rect width="8" height="8" className="fill-ink/8" />
            <rect width="8" height="1.5" className="fill-ink" />
          </svg>
          {ghost}
        </span>
      )}
      {hidden.size > 0 && (
        <button
          type="button"
          onClick={() => onHidden(new Set())}
          className="min-h-7 rounded-md px-2 text-xs text-accent-ink underline underline-offset-2 hover:bg-hover"
        >
          Show all
        </button>
      )}
    </figcaption>
  );
}
