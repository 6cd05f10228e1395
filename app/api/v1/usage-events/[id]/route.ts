import { z } from "zod";
import { readUsageEvent } from "@/lib/metering/usage-events";
import { endpoint } from "@/lib/web/endpoint";

/** One usage event as it was metered and charged. */
export const GET = endpoint({
  scope: "usage:read",
  params: z.object({ id: z.string().max(200) }),
  run: async (ctx, { params }) => ({ body: await readUsageEvent(ctx, params.id) }),
});
