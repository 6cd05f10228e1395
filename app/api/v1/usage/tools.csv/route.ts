import { exportTools } from "@/lib/deployments/tabs/export-tab";
import { TabQuery } from "@/lib/deployments/tabs/schema";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../../csv-answer";

/** The rows of the tab as CSV. */
export const GET = endpoint({
  scope: "usage:read",
  query: TabQuery,
  run: async (ctx, { query }) => csvAnswer(ctx, "tools", query, () => exportTools(ctx, query)),
});
