/** Where a list goes on, for its header `Link`; nothing at its end. */
export function nextLink(
  url: string,
  before: string | null | undefined,
): { headers?: Record<string, string> } {
  if (before === null || before === undefined) return {};
  const { pathname, searchParams } = new URL(url);
  searchParams.set("before", before);
  return { headers: { link: `<${pathname}?${searchParams.toString()}>; rel="next"` } };
}
