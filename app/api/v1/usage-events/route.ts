import { recordUsage } from "@/lib/metering/record";
import { UsageEventBatch } from "@/lib/metering/schema";
import { EventsQuery } from "@/lib/metering/schema-events";
import { usageEventsPage } from "@/lib/metering/usage-events-page";
import { endpoint } from "@/lib/web/endpoint";

/** The events behind the sums of usage, newest first. */
export const GET = endpoint({
  scope: "usage:read",
  query: EventsQuery,
  run: (ctx, { query, request }) => usageEventsPage(ctx, query, request.url),
});

/** Meters one to a thousand calls. Each event is answered on its own; a known id is never charged twice. */
export const POST = endpoint({
  scope: "usage:write",
  body: UsageEventBatch,
  maxBytes: 4 * 1_048_576,
  run: async (ctx, { body }) => ({ status: 207, body: { results: await recordUsage(ctx, body) } }),
});
