import type { EventAnswer } from "@/lib/metering/schema-events";
import { type EventsAsked, listUsageEvents } from "@/lib/metering/usage-events";
import { type Context, requirePermission } from "@/lib/values/context";
import { invalid } from "@/lib/values/refusal";
import { streamOf } from "@/lib/values/stream-of";
import { COLUMNS } from "./columns";
import { parquetFile } from "./parquet-file";

/** Rows of a group: what is in memory at a time. */
const GROUP = 20_000;

/** Usage events as a Parquet file: exactly those of the list and its CSV, group by group, so that memory stays flat however many there are. */
export function exportParquet(ctx: Context, asked: EventsAsked): ReadableStream<Uint8Array> {
  requirePermission(ctx, "usage:read");
  if (asked.from && asked.to && asked.from > asked.to) throw invalid("from", "is after to");
  return streamOf(parquetFile(COLUMNS, groupsOf(ctx, asked)));
}

async function* groupsOf(ctx: Context, asked: EventsAsked): AsyncGenerator<EventAnswer[], void> {
  let before: string | undefined;
  do {
    const { rows, next } = await listUsageEvents(ctx, asked, { before, limit: GROUP });
    yield rows;
    before = next ?? undefined;
  } while (before !== undefined);
}
