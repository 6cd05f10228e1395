import type { Heading } from "./anchors";

/** A part of a page: a section of a guide, or a call among those of its group. */
export interface Section extends Heading {
  /** Of a call: GET. */
  method?: string;
  /** What else it is found by, such as a call's path. */
  also?: string;
}

/** A page of the documentation, or a part of one that was looked for, as the list has it. */
export interface Place {
  href: string;
  label: string;
  /** Of a call: GET. */
  method?: string;
  /** Its own, listed while it is read, and found by their own words. */
  sections?: readonly Section[];
}

/** Places that belong together. */
export interface Contents {
  label: string;
  places: readonly Place[];
}

/**
 * What of the contents has every word that was typed, in whatever order: pages first, then the sections of each under its name. All pages when nothing
 * was typed.
 */
export function narrowed(contents: readonly Contents[], typed: string): Contents[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...contents];
  const has = (...parts: (string | undefined)[]) => {
    const text = parts.join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return contents
    .flatMap(({ label, places }) => [
      {
        label,
        places: places.flatMap(({ href, label: name }) => (has(label, name) ? [{ href, label: name }] : [])),
      },
      ...places.map(({ href, label: name, sections = [] }) => ({
        label: `${label}: ${name}`,
        places: sections
          .filter(({ text, method, also }) => has(name, text, method, also))
          .map((section) => placeOf(href, section)),
      })),
    ])
    .filter(({ places }) => places.length > 0);
}

/** Where a section of a page is. */
export function placeOf(href: string, { id, text, method }: Section): Place {
  return { href: `${href}#${id}`, label: text, ...(method && { method }) };
}
