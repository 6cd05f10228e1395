/** What Next gives a page of its query string. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Each name once: of several values the first counts. */
export async function readSearch(params: SearchParams): Promise<Record<string, string>> {
  const entries = Object.entries(await params).map(
    ([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const,
  );
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ""),
  );
}
