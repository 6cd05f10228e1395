import { readInstance } from "@/lib/deployments/read-instance";
import { InstanceParam } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** One instance with its cycles. */
export const GET = endpoint({
  scope: "usage:read",
  params: InstanceParam,
  run: async (ctx, { params }) => ({ body: await readInstance(ctx, params.id) }),
});
