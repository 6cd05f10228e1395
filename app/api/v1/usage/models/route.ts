import { readModels } from "@/lib/deployments/read-models";
import { DayRange } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** The models and what they and their deployments cost. */
export const GET = endpoint({
  scope: "usage:read",
  query: DayRange,
  run: async (ctx, { query }) => ({ body: await readModels(ctx, query) }),
});
