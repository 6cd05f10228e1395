import { estimate } from "@/lib/metering/preflight/estimate";
import { EstimateRequest } from "@/lib/metering/preflight/schema";
import { endpoint } from "@/lib/web/endpoint";

/** May this run, and what does it cost at most? Nothing is held by asking. */
export const POST = endpoint({
  scope: "usage:read",
  body: EstimateRequest,
  run: async (ctx, { body }) => ({ body: await estimate(ctx, body) }),
});
