import { rotateSecret } from "@/lib/webhooks/change-endpoint";
import { OfEndpoint, Rotation } from "@/lib/webhooks/schema";
import { webhookView } from "@/lib/webhooks/schema-api";
import { endpoint } from "@/lib/web/endpoint";

/** Makes another secret. It is in this answer alone, which is therefore not kept. */
export const POST = endpoint({
  scope: "webhooks:write",
  params: OfEndpoint,
  body: Rotation,
  keeps: () => false,
  run: async (ctx, { params, body }) => {
    const rotated = await rotateSecret(ctx, params.id, body.overlap_hours);
    return { body: { ...webhookView(rotated), secret: rotated.secret } };
  },
});
