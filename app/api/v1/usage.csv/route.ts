import { exportUsage } from "@/lib/metering/export-usage";
import { UsageQuery } from "@/lib/metering/schema-usage";
import { usageAsked } from "@/lib/metering/usage-query";
import { endpoint } from "@/lib/web/endpoint";

/** The same usage as CSV. */
export const GET = endpoint({
  scope: "usage:read",
  query: UsageQuery,
  run: async (ctx, { query }) => {
    const filename = ["usage", query.from, query.to].filter(Boolean).join("-");
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}.csv"`,
    };
    return new Response(exportUsage(ctx, usageAsked(query)), { headers });
  },
});
