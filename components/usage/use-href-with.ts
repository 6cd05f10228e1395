"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** The address of the same view with something changed; null takes a name out. What the overview is made of is all usage. */
export function useHrefWith(): (change: Readonly<Record<string, string | null>>) => string {
  const path = usePathname();
  const params = useSearchParams();
  return (change) => {
    const next = new URLSearchParams(params);
    // How the numbers were looked at belongs to where they were, and a panel to its row.
    for (const name of ["lines", "metric", "event", "calls"]) next.delete(name);
    if (path === "/usage") next.set("of", "all");
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return `${path === "/usage" ? "/usage/calls" : path}?${next.toString()}`;
  };
}
