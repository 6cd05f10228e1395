import { recordUsage } from "@/lib/metering/record";
import { UsageEventBatch } from "@/lib/metering/schema";
import { endpoint } from "@/lib/web/endpoint";

/** Meters one to a thousand calls. Each event is answered on its own; a known id is never charged twice. */
export const POST = endpoint({
  scope: "usage:write",
  body: UsageEventBatch,
  maxBytes: 4 * 1_048_576,
  run: async (ctx, { body }) => ({ status: 207, body: { results: await recordUsage(ctx, body) } }),
});
