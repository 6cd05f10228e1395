import { readScript } from "@/lib/deployments/read-scripts";
import { DayRange, InstanceParam } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** A script's machine by component, its time and what it cost. */
export const GET = endpoint({
  scope: "usage:read",
  params: InstanceParam,
  query: DayRange,
  run: async (ctx, { params, query }) => ({ body: await readScript(ctx, params.id, query) }),
});
