import { readDeployments } from "@/lib/deployments/read-models";
import { DayRange, InstanceParam } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** A model's deployments. */
export const GET = endpoint({
  scope: "usage:read",
  params: InstanceParam,
  query: DayRange,
  run: async (ctx, { params, query }) => ({ body: await readDeployments(ctx, params.id, query) }),
});
