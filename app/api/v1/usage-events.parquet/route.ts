import { EventsCsvQuery } from "@/lib/metering/schema-events";
import { usageAsked } from "@/lib/metering/usage-query";
import { exportParquet } from "@/lib/reports/parquet/export-parquet";
import { endpoint } from "@/lib/web/endpoint";

/** The same events as a Parquet file. */
export const GET = endpoint({
  scope: "usage:read",
  query: EventsCsvQuery,
  run: async (ctx, { query }) => {
    const filename = ["usage-events", query.from, query.to].filter(Boolean).join("-");
    return new Response(exportParquet(ctx, usageAsked(query)), {
      headers: {
        "content-type": "application/vnd.apache.parquet",
        "content-disposition": `attachment; filename="${filename}.parquet"`,
      },
    });
  },
});
