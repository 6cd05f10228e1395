import { changeStatus } from "@/lib/deployments/register-resource";
import { ResourceParam, StatusInput } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** Deploys a resource, undeploys it, or says what else became of it. */
export const POST = endpoint({
  scope: "resources:write",
  params: ResourceParam,
  body: StatusInput,
  run: async (ctx, { params, body }) => ({
    body: await changeStatus(ctx, params.kind, params.id, body),
  }),
});
