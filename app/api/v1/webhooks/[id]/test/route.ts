import { readDelivery } from "@/lib/webhooks/read-deliveries";
import { sendTest } from "@/lib/webhooks/replay";
import { OfEndpoint } from "@/lib/webhooks/schema";
import { deliveryDetailsView } from "@/lib/webhooks/schema-api";
import { endpoint } from "@/lib/web/endpoint";

/** Sends a message of type webhook.test. */
export const POST = endpoint({
  scope: "webhooks:write",
  params: OfEndpoint,
  run: async (ctx, { params }) => {
    const delivery = await readDelivery(ctx, await sendTest(ctx, params.id));
    return { status: 202, body: deliveryDetailsView(delivery) };
  },
});
