import { exportGuardrails } from "@/lib/deployments/tabs/export-tab";
import { tabQuery } from "@/lib/deployments/tabs/schema";
import { SORT_GUARDRAILS } from "@/lib/deployments/tabs/views";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../../csv-answer";

/** The rows of the tab as CSV. */
export const GET = endpoint({
  scope: "usage:read",
  query: tabQuery(SORT_GUARDRAILS),
  run: async (ctx, { query }) => csvAnswer(ctx, "guardrails", query, () => exportGuardrails(ctx, query)),
});
