import type { ReactNode } from "react";
import { hueOf } from "./hues";
import type { Series } from "./rank-series";

interface DonutProps {
  /** What is shown, for readers. */
  label: string;
  series: readonly Series[];
  active: string | null;
  onActive: (key: string | null) => void;
  /** In the middle: what the ring comes to, or the part that is pointed at. */
  children: ReactNode;
}

const RADIUS = 42;
const THICK = 13;
/** Of a hundred: the air between two parts. */
const GAP = 0.6;

/** Parts of a whole as a ring, clockwise from the top by rank. Its numbers stand beside it; here they are lengths of arcs. */
export function Donut({ label, series, active, onActive, children }: DonutProps) {
  const sizes = series.map(({ total }) => Math.max(0, Number(total)));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const gap = sizes.filter((size) => size > 0).length > 1 ? GAP : 0;
  const before = (index: number) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
  return (
    <div className="relative size-52 shrink-0" onPointerLeave={() => onActive(null)}>
      <svg viewBox="0 0 100 100" className="size-full -rotate-90" role="img" aria-label={label}>
        <circle cx="50" cy="50" r={RADIUS} fill="none" strokeWidth={THICK} className="stroke-line" />
        {series.map((one, index) => {
          const share = whole > 0 ? ((sizes[index] ?? 0) / whole) * 100 : 0;
          const start = whole > 0 ? (before(index) / whole) * 100 : 0;
          if (share <= 0) return null;
          const length = Math.max(share - gap, 0.25);
          return (
            <circle
              key={one.key}
              data-part={one.key}
              cx="50"
              cy="50"
              r={RADIUS}
              fill="none"
              pathLength="100"
              stroke={hueOf(one)}
              strokeWidth={active === one.key ? THICK + 3 : THICK}
              strokeDasharray={`${length} ${100 - length}`}
              strokeDashoffset={-start - gap / 2}
              opacity={active === null || active === one.key ? 1 : 0.35}
              pointerEvents="stroke"
              onPointerEnter={() => onActive(one.key)}
            />
          );
        })}
      </svg>
      <div className="pointer-events-none absolute inset-11 flex flex-col items-center justify-center text-center">
        {children}
      </div>
    </div>
  );
}
