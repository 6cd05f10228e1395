import type { Heading } from "./anchors";

/** A place of the documentation, as its list has it. */
export interface Place {
  href: string;
  label: string;
  /** Of a call: GET. */
  method?: string;
  /** What else it is found by, such as a call's path. */
  also?: string;
  /** Its own, listed while it is read. */
  sections?: readonly Heading[];
}

/** Places that belong together. */
export interface Contents {
  label: string;
  places: readonly Place[];
}

/** What of the contents has every word that was typed, in whatever order; all of it when nothing was. */
export function narrowed(contents: readonly Contents[], typed: string): Contents[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return contents
    .map(({ label, places }) => ({
      label,
      places: places.filter((place) => {
        const text = `${label} ${place.label} ${place.method ?? ""} ${place.also ?? ""}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ places }) => places.length > 0);
}
