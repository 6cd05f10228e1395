import { failInstance } from "@/lib/deployments/stop-instance";
import { InstanceParam, FailInput } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** Ends an instance that failed and settles it. */
export const POST = endpoint({
  scope: "resources:write",
  params: InstanceParam,
  body: FailInput,
  run: async (ctx, { params, body }) => ({ body: await failInstance(ctx, params.id, body) }),
});
