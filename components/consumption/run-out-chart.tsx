"use client";

import { type PointerEvent, useState } from "react";
import type { CreditForecast } from "@/lib/reports/read-forecast";
import { displayAmount } from "@/lib/values/display/amount";
import { displayShortDay } from "@/lib/values/display/time";
import { estimate } from "./estimate";
import { type RunOutScale, scaleOf } from "./run-out-scale";

/** The balance of the last weeks as a line, and what may come as a band that holds four of five cases. Drawn by the server; its numbers stand in a table beside it. */
export function RunOutChart({ forecast, label }: { forecast: CreditForecast; label: string }) {
  const [at, setAt] = useState<number | null>(null);
  const scale = scaleOf(forecast);
  if (!scale) return null;
  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setAt(Math.round(Math.min(1, Math.max(0, (clientX - left) / width)) * (scale.days.length - 1)));
  };
  const steps = scale.days.length - 1;
  return (
    <figure className="min-w-0">
      <p className="min-h-5 text-xs text-ink-muted tabular-nums" aria-hidden>
        {at === null ? <Legend hasEnds={scale.ends.length > 0} /> : readingOf(forecast, scale.days[at] ?? "")}
      </p>
      <div
        role="img"
        aria-label={label}
        className="relative mt-2 h-52 touch-pan-y"
        onPointerMove={point}
        onPointerLeave={() => setAt(null)}
      >
        <svg
          className="absolute inset-0 size-full"
          viewBox="0 0 1000 100"
          preserveAspectRatio="none"
          aria-hidden
        >
          <path d={scale.band} fill="var(--accent-soft)" />
          <path
            d={scale.middle}
            fill="none"
            stroke="var(--accent)"
            strokeWidth="1.5"
            strokeDasharray="4 4"
            vectorEffect="non-scaling-stroke"
          />
          <path
            d={scale.past}
            fill="none"
            stroke="var(--accent)"
            strokeWidth="2"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <Rules scale={scale} />
        {at !== null && (
          <svg className="absolute inset-0 size-full" aria-hidden>
            <line
              x1={`${(at / steps) * 100}%`}
              x2={`${(at / steps) * 100}%`}
              y1="0"
              y2="100%"
              stroke="var(--line-strong)"
            />
          </svg>
        )}
      </div>
      <Days scale={scale} />
    </figure>
  );
}

/** Zero, now, the highest amount, and where grants end. */
function Rules({ scale: { zero, now, ends, top, out } }: { scale: RunOutScale }) {
  const ground = `${(1 - zero) * 100}%`;
  return (
    <svg className="absolute inset-0 size-full overflow-visible text-xs" fill="var(--ink-muted)" aria-hidden>
      <line x1="0" x2="100%" y1={ground} y2={ground} stroke="var(--line-strong)" />
      <line x1={`${now * 100}%`} x2={`${now * 100}%`} y1="0" y2="100%" stroke="var(--line)" />
      {out && (
        <line
          x1={`${out.from * 100}%`}
          x2={`${Math.max(out.to, out.from + 0.004) * 100}%`}
          y1={ground}
          y2={ground}
          stroke="var(--bad-fill)"
          strokeWidth="4"
        />
      )}
      {ends.map((end) => (
        <line
          key={end}
          x1={`${end * 100}%`}
          x2={`${end * 100}%`}
          y1="0"
          y2={ground}
          stroke="var(--warn-fill)"
          strokeDasharray="2 3"
        />
      ))}
      <text x="2" y="12">
        {estimate(top / 1.08)} ECU
      </text>
    </svg>
  );
}

function Days({ scale: { days, now } }: { scale: RunOutScale }) {
  return (
    <svg className="mt-1 h-5 w-full overflow-visible text-xs" fill="var(--ink-muted)" aria-hidden>
      <text x="0" y="14" className="max-sm:hidden">
        {displayShortDay(days[0] ?? "")}
      </text>
      <text x={`${now * 100}%`} y="14" textAnchor="middle">
        today
      </text>
      <text x="100%" y="14" textAnchor="end">
        {displayShortDay(days.at(-1) ?? "")}
      </text>
    </svg>
  );
}

function Legend({ hasEnds }: { hasEnds: boolean }) {
  return (
    <>
      Line: the balance. Band: what is left in four of five cases; red: when nothing is.
      {hasEnds && " Dotted: a grant ends."}
    </>
  );
}

function readingOf({ past, ahead }: CreditForecast, day: string): string {
  const known = past.find((one) => one.day === day);
  if (known) return `${displayShortDay(day)}: ${displayAmount(known.balance)} ECU`;
  const left = ahead.find((one) => one.day === day);
  return left
    ? `${displayShortDay(day)}: ${estimate(left.low)} to ${estimate(left.high)} ECU, likely ${estimate(left.middle)}`
    : "";
}
