import { listResources } from "@/lib/deployments/read-resource";
import { ResourceQuery } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** What the account has on the platform. */
export const GET = endpoint({
  scope: "usage:read",
  query: ResourceQuery,
  run: async (ctx, { query }) => ({ body: await listResources(ctx, query) }),
});
