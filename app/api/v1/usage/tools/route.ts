import { readTools } from "@/lib/deployments/read-tools";
import { DayRange } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** The tools that were deployed, and their runs. */
export const GET = endpoint({
  scope: "usage:read",
  query: DayRange,
  run: async (ctx, { query }) => ({ body: await readTools(ctx, query) }),
});
