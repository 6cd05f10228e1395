import { extendInstance } from "@/lib/deployments/change-instance";
import { InstanceParam, ExtendInput } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** Gives an instance of a fixed duration more time. */
export const POST = endpoint({
  scope: "resources:write",
  params: InstanceParam,
  body: ExtendInput,
  run: async (ctx, { params, body }) => ({ body: await extendInstance(ctx, params.id, body) }),
});
