import { readDelivery } from "@/lib/webhooks/read-deliveries";
import { replayDelivery } from "@/lib/webhooks/replay";
import { OfDelivery } from "@/lib/webhooks/schema";
import { deliveryDetailsView } from "@/lib/webhooks/schema-api";
import { endpoint } from "@/lib/web/endpoint";

/** Sends it again under the same webhook-id. */
export const POST = endpoint({
  scope: "webhooks:write",
  params: OfDelivery,
  run: async (ctx, { params }) => {
    await replayDelivery(ctx, params.delivery, params.id);
    return { status: 202, body: deliveryDetailsView(await readDelivery(ctx, params.delivery, params.id)) };
  },
});
