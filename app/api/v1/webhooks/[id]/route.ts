import { changeEndpoint, deleteEndpoint } from "@/lib/webhooks/change-endpoint";
import { readEndpoint } from "@/lib/webhooks/read-endpoints";
import { EndpointChange, OfEndpoint } from "@/lib/webhooks/schema";
import { webhookView } from "@/lib/webhooks/schema-api";
import { endpoint } from "@/lib/web/endpoint";

/** One endpoint as it stands. */
export const GET = endpoint({
  scope: "account:read",
  params: OfEndpoint,
  run: async (ctx, { params }) => ({ body: webhookView(await readEndpoint(ctx, params.id)) }),
});

/** Changes where messages go, of what, and whether. */
export const PATCH = endpoint({
  scope: "webhooks:write",
  params: OfEndpoint,
  body: EndpointChange,
  run: async (ctx, { params, body }) => ({ body: webhookView(await changeEndpoint(ctx, params.id, body)) }),
});

/** Ends it. */
export const DELETE = endpoint({
  scope: "webhooks:write",
  params: OfEndpoint,
  run: async (ctx, { params }) => ({ body: webhookView(await deleteEndpoint(ctx, params.id)) }),
});
