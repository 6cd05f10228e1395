import { listInstances } from "@/lib/deployments/read-instance";
import { InstanceInput, InstanceQuery } from "@/lib/deployments/schema";
import { startInstance } from "@/lib/deployments/start-instance";
import { endpoint } from "@/lib/web/endpoint";

/** The newest instances. */
export const GET = endpoint({
  scope: "usage:read",
  query: InstanceQuery,
  run: async (ctx, { query }) => ({ body: await listInstances(ctx, query) }),
});

/** Starts an instance, or refuses it with 402 when its hold does not fit. */
export const POST = endpoint({
  scope: "resources:write",
  body: InstanceInput,
  run: async (ctx, { body }) => ({ status: 201, body: await startInstance(ctx, body) }),
});
