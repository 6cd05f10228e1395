import { memo } from "react";
import { displayShortCount } from "@/lib/values/display/count";
import { hueOf } from "./hues";
import type { Series, Stack } from "./rank-series";
import { isLastCentred, LAST_PX, namedPlaces, roomFor, scaleOf } from "./scale";

interface DrawingProps {
  series: readonly Series[];
  stacks: readonly Stack[];
  formatPlace: (at: string) => string;
}

const HEIGHT = 1_000;
/** Of its slot, how much a bar takes. */
const BAR = 0.66;
/** A bar among few is no wider than this part of the whole. */
const WIDEST = 0.06;

/** Lines, bars and names of the axes. Numbers here are lengths, never amounts. */
export const BarsDrawing = memo(function BarsDrawing({ series, stacks, formatPlace }: DrawingProps) {
  const heights = stacks.map(({ values }) => series.map(({ key }) => Number(values[key] ?? "0")));
  const ghosts = stacks.map(({ before }) => sum(series.map(({ key }) => Number(before[key] ?? "0"))));
  const { top, ticks } = scaleOf(Math.max(0, ...heights.map(sum), ...ghosts));
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const width = Math.min(BAR, WIDEST * stacks.length);
  return (
    <>
      <svg className="absolute inset-y-0 left-0 w-12 overflow-visible" height="100%" aria-hidden>
        {ticks.map((tick) => (
          <text
            key={tick}
            x="40"
            y={`${(y(tick) / HEIGHT) * 100}%`}
            dy="4"
            textAnchor="end"
            className="fill-ink-muted text-xs tabular-nums"
          >
            {tickOf(tick)}
          </text>
        ))}
      </svg>
      <svg
        className="absolute inset-y-0 right-0 left-12 w-[calc(100%-3rem)]"
        height="100%"
        viewBox={`0 0 ${stacks.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden
      >
        {ticks.map((tick) => (
          <line
            key={tick}
            x1="0"
            x2={stacks.length}
            y1={y(tick)}
            y2={y(tick)}
            className={tick === 0 ? "stroke-line-strong" : "stroke-line"}
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {heights.map((parts, at) => {
          let below = 0;
          return parts.map((part, index) => {
            const one = series[index];
            if (part <= 0 || !one) return null;
            below += part;
            return (
              <rect
                key={`${stacks[at]?.at} ${one.key}`}
                data-part="bar"
                x={at + (1 - width) / 2}
                width={width}
                y={y(below)}
                height={(part / top) * HEIGHT}
                fill={hueOf(one)}
                className="stroke-surface"
                strokeWidth={0.5}
                vectorEffect="non-scaling-stroke"
              />
            );
          });
        })}
        <Before ghosts={ghosts} stacks={stacks} y={y} />
      </svg>
      <Places places={stacks.map(({ at }) => formatPlace(at))} />
    </>
  );
});

/** What the bars are compared with: its outline before them, so that it is seen where they are higher as well. */
function Before({
  ghosts,
  stacks,
  y,
}: {
  ghosts: readonly number[];
  stacks: readonly Stack[];
  y: (value: number) => number;
}) {
  if (!ghosts.some((ghost) => ghost > 0)) return null;
  const outline = ghosts.map((ghost, at) => `${at === 0 ? "M0 " : "V"}${y(ghost)}H${at + 1}`).join("");
  return (
    <>
      {ghosts.map(
        (ghost, at) =>
          ghost > 0 && (
            <rect
              key={stacks[at]?.at}
              data-part="before"
              x={at}
              width={1}
              y={y(ghost)}
              height={HEIGHT - y(ghost)}
              className="fill-ink/8"
            />
          ),
      )}
      {["stroke-surface stroke-4", "stroke-ink stroke-[1.5]"].map((look) => (
        <path key={look} d={outline} fill="none" className={look} vectorEffect="non-scaling-stroke" />
      ))}
    </>
  );
}

/** The chart's width from which so much room is certain, in pixels without the amounts, and what shows it in these widths alone. */
const WIDTHS = [
  { width: 232, className: "@min-[28rem]/chart:hidden" },
  { width: 400, className: "@max-[28rem]/chart:hidden @min-[44rem]/chart:hidden" },
  { width: 656, className: "@max-[44rem]/chart:hidden" },
] as const;

/** The names of the places, as many as fit, however wide the chart is. */
function Places({ places }: { places: readonly string[] }) {
  const last = places.length - 1;
  return WIDTHS.map(({ width, className }) => {
    const named = namedPlaces(places.length, roomFor(places, width));
    const isCentred = isLastCentred(places, width);
    return (
      <svg
        key={width}
        className={`absolute top-full right-0 left-12 h-6 w-[calc(100%-3rem)] overflow-visible ${className}`}
        height="24"
        aria-hidden
      >
        {places.map((place, at) => {
          // A long one below a thin bar ends with it, so that it does not leave the card.
          const isEnd = at === last && !isCentred;
          return named.has(at) ? (
            <text
              key={place}
              x={`${((at + 0.5) / places.length) * 100}%`}
              y="18"
              textAnchor={isEnd ? "end" : "middle"}
              dx={isEnd ? LAST_PX : undefined}
              className="fill-ink-muted text-xs"
            >
              {place}
            </text>
          ) : null;
        })}
      </svg>
    );
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

// The axis needs no more digits than its steps have.
function tickOf(value: number): string {
  return value >= 1_000 ? displayShortCount(Math.round(value)) : String(Number(value.toPrecision(3)));
}
