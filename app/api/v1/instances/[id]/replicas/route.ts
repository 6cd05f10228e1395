import { changeReplicas } from "@/lib/deployments/change-instance";
import { InstanceParam, ReplicasInput } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** Runs more or fewer replicas from now on. */
export const POST = endpoint({
  scope: "resources:write",
  params: InstanceParam,
  body: ReplicasInput,
  run: async (ctx, { params, body }) => ({ body: await changeReplicas(ctx, params.id, body) }),
});
