import { readScripts } from "@/lib/deployments/read-scripts";
import { DayRange } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** The custom scripts and what hosting them cost. */
export const GET = endpoint({
  scope: "usage:read",
  query: DayRange,
  run: async (ctx, { query }) => ({ body: await readScripts(ctx, query) }),
});
