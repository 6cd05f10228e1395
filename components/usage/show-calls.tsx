"use client";

import { Button } from "@/components/ui/button";
import { useUrlQuery } from "@/components/ui/use-url-query";
import { plural } from "@/lib/values/display/count";

/** The way from sums to what they are made of. */
export function ShowCalls({ total }: { total: number }) {
  const { setQuery, busy } = useUrlQuery(["calls"] as const);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-dashed px-5 py-3 text-sm text-ink-muted">
      A bar or a date leads to the events of that day.
      <Button size="sm" busy={busy} onClick={() => setQuery({ calls: "all" })}>
        List {plural(total, "usage event")} one by one
      </Button>
    </p>
  );
}
