import { UsageQuery } from "@/lib/metering/schema-usage";
import { readUsage } from "@/lib/metering/usage";
import { usageAsked } from "@/lib/metering/usage-query";
import { endpoint } from "@/lib/web/endpoint";

/** What was used between two UTC days, by day, model, type, feature, member, team, project or key. */
export const GET = endpoint({
  scope: "usage:read",
  query: UsageQuery,
  run: async (ctx, { query }) => ({ body: await readUsage(ctx, usageAsked(query)) }),
});
