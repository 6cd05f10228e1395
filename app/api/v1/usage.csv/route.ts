import { exportUsage } from "@/lib/metering/export-usage";
import { UsageQuery } from "@/lib/metering/schema-usage";
import { usageAsked } from "@/lib/metering/usage-query";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** The same usage as CSV. */
export const GET = endpoint({
  scope: "usage:read",
  query: UsageQuery,
  run: async (ctx, { query }) => csvAnswer(ctx, "usage", query, () => exportUsage(ctx, usageAsked(query))),
});
