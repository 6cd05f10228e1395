import { hueOf } from "./hues";
import type { Series } from "./rank-series";

/** The colour of a series beside its name; grey while it is not shown. */
export function Swatch({ series, on = true }: { series: Pick<Series, "hue">; on?: boolean }) {
  return (
    <svg viewBox="0 0 8 8" className="size-2 shrink-0" aria-hidden>
      <rect width="8" height="8" rx="2" fill={on ? hueOf(series) : "var(--line-strong)"} />
    </svg>
  );
}
