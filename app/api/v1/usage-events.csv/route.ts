import { exportUsageEvents } from "@/lib/metering/export-usage-events";
import { EventsCsvQuery } from "@/lib/metering/schema-events";
import { usageAsked } from "@/lib/metering/usage-query";
import { endpoint } from "@/lib/web/endpoint";

/** The same events as CSV. */
export const GET = endpoint({
  scope: "usage:read",
  query: EventsCsvQuery,
  run: async (ctx, { query }) => {
    const filename = ["usage-events", query.from, query.to].filter(Boolean).join("-");
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}.csv"`,
    };
    return new Response(exportUsageEvents(ctx, usageAsked(query)), { headers });
  },
});
