import { readGuardrail } from "@/lib/deployments/read-guardrails";
import { DayRange, InstanceParam } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** A guardrail's hardware, its time and what it cost. */
export const GET = endpoint({
  scope: "usage:read",
  params: InstanceParam,
  query: DayRange,
  run: async (ctx, { params, query }) => ({ body: await readGuardrail(ctx, params.id, query) }),
});
