/**
 * Where messages go, as it is shown to whoever may not change it: the path and the query of such an address are often all that it takes to
 * write to it.
 */
export function withoutPath(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return pathname === "/" && search === "" ? `${origin}/` : `${origin}/…`;
}
