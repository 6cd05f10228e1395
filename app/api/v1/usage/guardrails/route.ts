import { readGuardrails } from "@/lib/deployments/read-guardrails";
import { DayRange } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** The guardrails, how long they ran and what they cost. */
export const GET = endpoint({
  scope: "usage:read",
  query: DayRange,
  run: async (ctx, { query }) => ({ body: await readGuardrails(ctx, query) }),
});
