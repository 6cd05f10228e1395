import { readRateCard } from "@/lib/metering/read-rate-card";
import { RateCardQuery } from "@/lib/metering/schema-usage";
import { endpoint } from "@/lib/web/endpoint";

/** The rate card as it applies to the account, now or at an earlier time. */
export const GET = endpoint({
  scope: "usage:read",
  query: RateCardQuery,
  run: async (ctx, { query }) => ({ body: await readRateCard(ctx, query) }),
});
