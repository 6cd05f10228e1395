"use client";

import { Button } from "@/components/ui/button";
import { useUrlQuery } from "@/components/ui/use-url-query";
import { plural } from "@/lib/values/display/count";

/** The way from sums to what they are made of. */
export function ShowCalls({ total }: { total: number }) {
  const { setQuery, busy } = useUrlQuery(["calls"] as const);
  return (
    <Button size="sm" busy={busy} onClick={() => setQuery({ calls: "all" })}>
      List {plural(total, "usage event")} one by one
    </Button>
  );
}
