import { EventsCsvQuery } from "@/lib/metering/schema-events";
import { usageAsked } from "@/lib/metering/usage-query";
import { exportParquet } from "@/lib/reports/parquet/export-parquet";
import { endpoint } from "@/lib/web/endpoint";
import { fileAnswer } from "@/lib/web/file-answer";

/** The same events as a Parquet file. */
export const GET = endpoint({
  scope: "usage:read",
  query: EventsCsvQuery,
  run: async (ctx, { query }) => {
    const name = `${["usage-events", query.from, query.to].filter(Boolean).join("-")}.parquet`;
    const file = { name, type: "application/vnd.apache.parquet" };
    return fileAnswer(ctx, file, () => exportParquet(ctx, usageAsked(query)));
  },
});
