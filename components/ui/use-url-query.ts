"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useOptimistic, useTransition } from "react";

/** What a change does to each name: a text, or null to take it out of the URL. */
export type UrlChange<Name extends string> = Partial<Record<Name, string | null>>;

interface UrlQuery<Name extends string> {
  /** What the URL says now; null where it says nothing. */
  query: Readonly<Record<Name, string | null>>;
  /** Changes the URL and asks the server for the page anew. Back undoes it; what stands in the URL besides stays. */
  setQuery: (change: UrlChange<Name>) => void;
  /** While the server answers. */
  busy: boolean;
}

/** The state of a view, kept in the URL, so that it can be shared, bookmarked and gone back to. `names` are the ones it reads. */
export function useUrlQuery<Name extends string>(names: readonly Name[]): UrlQuery<Name> {
  const router = useRouter();
  const path = usePathname();
  const [busy, start] = useTransition();
  // A choice shows at once, and the next one builds on it, while the server still answers the first.
  const [shown, setShown] = useOptimistic(useSearchParams().toString());
  const params = new URLSearchParams(shown);
  const query = Object.fromEntries(names.map((name) => [name, params.get(name)])) as Record<
    Name,
    string | null
  >;
  const setQuery = (change: UrlChange<Name>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries<string | null | undefined>(change)) {
      if (value === null) next.delete(name);
      else if (value !== undefined) next.set(name, value);
    }
    const search = next.toString();
    start(() => {
      setShown(search);
      router.push((search ? `${path}?${search}` : path) as "/", { scroll: false });
    });
  };
  return { query, setQuery, busy };
}
