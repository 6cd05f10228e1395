import { isUuid } from "@/lib/values/ids";

/** A path with what is given of these in its query. */
export function linkWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** The first value that a query names, cut to a length that anything sensible has; undefined when it is empty. */
export function oneOf(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first?.trim().slice(0, 300).replaceAll("\0", "") || undefined;
}

/** The id that a query names; undefined when what it names is none. */
export function idOf(value: string | string[] | undefined): string | undefined {
  const id = oneOf(value);
  return id !== undefined && isUuid(id) ? id : undefined;
}
