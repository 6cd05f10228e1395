import { recordExternalCosts } from "@/lib/metering/external-costs";
import { ExternalCostBatch } from "@/lib/metering/schema-external";
import { endpoint } from "@/lib/web/endpoint";

/** Meters one to a thousand runs of paid external APIs, by the same path as calls of models. */
export const POST = endpoint({
  scope: "usage:write",
  body: ExternalCostBatch,
  maxBytes: 4 * 1_048_576,
  run: async (ctx, { body }) => ({ status: 207, body: { results: await recordExternalCosts(ctx, body) } }),
});
