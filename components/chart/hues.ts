import type { Series } from "./rank-series";

/** The colour of a series: a token, so that both themes have their own. */
export function hueOf({ hue }: Pick<Series, "hue">): string {
  return `var(--chart-${hue})`;
}
