import { exportInstances } from "@/lib/deployments/tabs/export-tab";
import { SORT_INSTANCES } from "@/lib/deployments/tabs/instances-view";
import { tabQuery } from "@/lib/deployments/tabs/schema";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../../csv-answer";

/** The rows of the tab as CSV. An instance has one price since it began: nothing stands beside it. */
export const GET = endpoint({
  scope: "usage:read",
  query: tabQuery(SORT_INSTANCES).omit({ compare: true }),
  run: async (ctx, { query }) => csvAnswer(ctx, "instances", query, () => exportInstances(ctx, query)),
});
