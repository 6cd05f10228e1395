import { createEndpoint } from "@/lib/webhooks/create-endpoint";
import { listEndpoints } from "@/lib/webhooks/read-endpoints";
import { NewEndpoint } from "@/lib/webhooks/schema";
import { webhookView } from "@/lib/webhooks/schema-api";
import { endpoint } from "@/lib/web/endpoint";

/** The account's endpoints. */
export const GET = endpoint({
  scope: "account:read",
  run: async (ctx) => ({ body: (await listEndpoints(ctx)).map(webhookView) }),
});

/** Has a system told of what happens. Its secret is in this answer alone, which is therefore not kept. */
export const POST = endpoint({
  scope: "webhooks:write",
  body: NewEndpoint,
  keeps: () => false,
  run: async (ctx, { body }) => {
    const created = await createEndpoint(ctx, body);
    return { status: 201, body: { ...webhookView(created), secret: created.secret } };
  },
});
