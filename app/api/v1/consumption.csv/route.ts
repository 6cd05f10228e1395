import { exportConsumption } from "@/lib/reports/consumption/export-consumption";
import { ConsumptionQuery } from "@/lib/reports/consumption/schema";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** The same sums as CSV. */
export const GET = endpoint({
  scope: "usage:read",
  query: ConsumptionQuery,
  run: async (ctx, { query }) => csvAnswer(ctx, "consumption", query, () => exportConsumption(ctx, query)),
});
