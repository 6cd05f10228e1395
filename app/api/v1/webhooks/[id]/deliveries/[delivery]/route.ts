import { readDelivery } from "@/lib/webhooks/read-deliveries";
import { OfDelivery } from "@/lib/webhooks/schema";
import { deliveryDetailsView } from "@/lib/webhooks/schema-api";
import { endpoint } from "@/lib/web/endpoint";

/** One delivery with what is sent and all of its attempts. */
export const GET = endpoint({
  scope: "ledger:read",
  params: OfDelivery,
  run: async (ctx, { params }) => ({
    body: deliveryDetailsView(await readDelivery(ctx, params.delivery, params.id)),
  }),
});
