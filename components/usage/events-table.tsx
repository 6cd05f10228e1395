"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { fetchPage, FetchFault } from "@/components/fetch-json";
import { Banner } from "@/components/ui/banner";
import { Button, DownloadButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { EventAnswer } from "@/lib/metering/schema-events";
import type { EventsPage } from "@/lib/metering/usage-events";
import { displayCount } from "@/lib/values/display/count";
import { eventColumns } from "./event-columns";

const PAGE_SIZE = 50;

interface EventsTableProps {
  /** Days, filter and account, as a query of the API. */
  query: string;
  first: EventsPage;
  /** How many there are, by the sums. */
  total: number;
  names: Readonly<Record<string, string>>;
  creditValue: string;
}

/** The usage events behind the sums, one by one, newest first. A row says why it cost what it cost. */
export function EventsTable({ query, first, total, names, creditValue }: EventsTableProps) {
  const params = useSearchParams();
  const path = usePathname();
  const list = useInfiniteQuery({
    queryKey: ["usage-events", query],
    queryFn: ({ pageParam, signal }) => fetchEvents(query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    initialData: { pages: [first], pageParams: [null] },
    staleTime: Infinity,
  });
  const rows = list.data.pages.flatMap((page) => page.rows);
  const current = params.get("event");
  const hrefOf = (id: string) => {
    const next = new URLSearchParams(params);
    next.set("event", id);
    return `${path}?${next.toString()}`;
  };
  return (
    <Card
      flush
      title="Event by event"
      description="What the numbers are made of, newest first. Choose one to see how its price came about."
      actions={
        <DownloadButton size="sm" href={`/api/v1/usage-events.csv?${query}`} download>
          <Download aria-hidden />
          Export events
        </DownloadButton>
      }
    >
      <DataTable
        hasManyColumns
        caption="Usage events, newest first"
        columns={eventColumns({ hrefOf, names, creditValue })}
        rows={rows}
        rowKey={({ id }) => id}
        isCurrent={({ id }) => id === current}
      />
      {list.error && (
        <Banner
          tone="bad"
          className="m-3"
          action={
            <Button size="sm" onClick={() => void list.fetchNextPage()}>
              Try again
            </Button>
          }
        >
          {list.error.message}
          {list.error instanceof FetchFault && list.error.requestId && (
            <span className="text-ink-muted"> (request {list.error.requestId})</span>
          )}
        </Banner>
      )}
      <div className="flex min-h-14 flex-wrap items-center justify-between gap-3 border-t px-5 py-2.5 text-xs text-ink-muted">
        <p role="status">
          {list.hasNextPage
            ? `Showing ${displayCount(rows.length)} of ${displayCount(Math.max(total, rows.length))}`
            : `Showing all ${displayCount(rows.length)}`}
        </p>
        {list.hasNextPage && (
          <Button size="sm" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Load {PAGE_SIZE} more
          </Button>
        )}
      </div>
    </Card>
  );
}

async function fetchEvents(query: string, before: string | null, signal: AbortSignal): Promise<EventsPage> {
  const params = new URLSearchParams(query);
  params.set("limit", PAGE_SIZE.toString());
  if (before) params.set("before", before);
  const { body, headers } = await fetchPage<EventAnswer[]>(
    `/api/v1/usage-events?${params.toString()}`,
    signal,
  );
  const next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
  return { rows: body, next: next ? new URL(next, window.location.origin).searchParams.get("before") : null };
}
