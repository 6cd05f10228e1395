import { exportDeliveries } from "@/lib/webhooks/export-deliveries";
import { readEndpoint } from "@/lib/webhooks/read-endpoints";
import { OfEndpoint } from "@/lib/webhooks/schema";
import { DeliveryQuery } from "@/lib/webhooks/schema-api";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../../../csv-answer";

/** The log of an endpoint as CSV, as a stream. */
export const GET = endpoint({
  scope: "ledger:read",
  params: OfEndpoint,
  query: DeliveryQuery.omit({ before: true }),
  run: async (ctx, { params, query }) => {
    const { id } = await readEndpoint(ctx, params.id);
    return csvAnswer(ctx, "deliveries", {}, () => exportDeliveries(ctx, { ...query, endpointId: id }));
  },
});
