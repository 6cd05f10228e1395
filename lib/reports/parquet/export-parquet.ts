import type { EventAnswer } from "@/lib/metering/schema-events";
import { type EventsAsked, listUsageEvents } from "@/lib/metering/usage-events";
import { type Context, requirePermission } from "@/lib/values/context";
import { requireOrder } from "@/lib/values/day-order";
import { streamOf } from "@/lib/values/stream-of";
import { COLUMNS } from "./columns";
import { parquetFile } from "./parquet-file";

/** Rows of a group: what is in memory while it is written. */
const GROUP = 5_000;

/** Usage events as a Parquet file: exactly those of the list and its CSV, group by group, so that memory stays flat however many there are. */
export function exportParquet(ctx: Context, asked: EventsAsked): ReadableStream<Uint8Array> {
  requirePermission(ctx, "usage:read");
  requireOrder(asked);
  return streamOf(parquetFile(COLUMNS, groupsOf(ctx, asked)));
}

// No generator: it would keep a group while it waits for the next one to be asked for.
function groupsOf(ctx: Context, asked: EventsAsked): () => Promise<EventAnswer[] | null> {
  let before: string | null | undefined;
  return async () => {
    if (before === null) return null;
    const { rows, next } = await listUsageEvents(ctx, asked, { before, limit: GROUP });
    before = next;
    return rows;
  };
}
