import { stopInstance } from "@/lib/deployments/stop-instance";
import { InstanceParam, StopInput } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** Stops an instance and settles it. */
export const POST = endpoint({
  scope: "resources:write",
  params: InstanceParam,
  body: StopInput,
  run: async (ctx, { params, body }) => ({ body: await stopInstance(ctx, params.id, body) }),
});
