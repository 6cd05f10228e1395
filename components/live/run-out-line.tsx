"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import { Skeleton } from "@/components/ui/skeleton";
import type { RunOutDays } from "@/lib/reports/read-run-out";
import { displayRunOut } from "@/lib/values/display/run-out";

const FRESH_MS = 60_000;

/** When the credit runs out at this rate, in one line that is asked for when it is looked at. */
export function RunOutLine({ accountId }: { accountId: string }) {
  const { data, isPending, isError } = useQuery({
    queryKey: ["run-out", accountId],
    queryFn: ({ signal }) =>
      fetchJson<{ run_out: RunOutDays | null }>(`/api/live/run-out?account=${accountId}`, signal),
    staleTime: FRESH_MS,
  });
  if (isPending) return <Skeleton className="h-5 w-56" />;
  if (isError) return <p className="text-sm text-ink-muted">When it runs out cannot be said right now.</p>;
  return data.run_out ? (
    <p
      className="text-sm"
      title="By how the last eight weeks went, and by when grants expire: in four of five cases it lies between these days (UTC)"
    >
      Runs out <strong className="font-medium">{displayRunOut(data.run_out)}</strong> at this rate
    </p>
  ) : (
    <p className="text-sm text-ink-muted">After a week of use it is said here when the credit runs out.</p>
  );
}
