import { exportFocus } from "@/lib/reports/focus/export-focus";
import { DaysQuery } from "@/lib/reports/schema-exports";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** Purchases and usage in the format of FOCUS 1.2. */
export const GET = endpoint({
  scope: "usage:read",
  query: DaysQuery,
  run: async (ctx, { query }) => csvAnswer(ctx, "focus", query, () => exportFocus(ctx, query)),
});
