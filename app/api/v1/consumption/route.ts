import { consumptionAnswer } from "@/lib/reports/consumption/answer";
import { ConsumptionQuery } from "@/lib/reports/consumption/schema";
import { endpoint } from "@/lib/web/endpoint";

/** The balance, when it runs out, and who and what consumed it. */
export const GET = endpoint({
  scope: "usage:read",
  query: ConsumptionQuery,
  run: async (ctx, { query }) => ({ body: await consumptionAnswer(ctx, query) }),
});
