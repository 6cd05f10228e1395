import { UsageQuery } from "@/lib/metering/schema-usage";
import { readUsage } from "@/lib/metering/usage";
import { readUsageCompared } from "@/lib/metering/usage-compared";
import { usageAsked } from "@/lib/metering/usage-query";
import { endpoint } from "@/lib/web/endpoint";

/** What was used between two UTC days, by day, model, type, feature, member, team, project or key; beside the period before, if that is asked for. */
export const GET = endpoint({
  scope: "usage:read",
  query: UsageQuery,
  run: async (ctx, { query }) => {
    const asked = usageAsked(query);
    return { body: asked.compare ? await readUsageCompared(ctx, asked) : await readUsage(ctx, asked) };
  },
});
