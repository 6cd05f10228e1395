import { exportUsageEvents } from "@/lib/metering/export-usage-events";
import { EventsCsvQuery } from "@/lib/metering/schema-events";
import { usageAsked } from "@/lib/metering/usage-query";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** The same events as CSV. */
export const GET = endpoint({
  scope: "usage:read",
  query: EventsCsvQuery,
  run: async (ctx, { query }) =>
    csvAnswer(ctx, "usage-events", query, () => exportUsageEvents(ctx, usageAsked(query))),
});
