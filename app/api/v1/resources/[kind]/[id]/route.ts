import { readResource } from "@/lib/deployments/read-resource";
import { registerResource } from "@/lib/deployments/register-resource";
import { ResourceInput, ResourceParam } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** One resource with its history. */
export const GET = endpoint({
  scope: "usage:read",
  params: ResourceParam,
  run: async (ctx, { params }) => ({ body: await readResource(ctx, params.kind, params.id) }),
});

/** Registers a resource, or changes what is sent of it. */
export const PUT = endpoint({
  scope: "resources:write",
  params: ResourceParam,
  body: ResourceInput,
  run: async (ctx, { params, body }) => ({
    body: await registerResource(ctx, params.kind, params.id, body),
  }),
});
