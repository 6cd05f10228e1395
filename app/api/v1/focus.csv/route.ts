import { exportFocus } from "@/lib/reports/focus/export-focus";
import { DaysQuery } from "@/lib/reports/schema-exports";
import { endpoint } from "@/lib/web/endpoint";

/** Purchases and usage in the format of FOCUS 1.2. */
export const GET = endpoint({
  scope: "usage:read",
  query: DaysQuery,
  run: async (ctx, { query }) => {
    const filename = ["focus", query.from, query.to].filter(Boolean).join("-");
    return new Response(exportFocus(ctx, query), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${filename}.csv"`,
      },
    });
  },
});
