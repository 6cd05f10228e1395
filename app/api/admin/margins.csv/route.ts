import { exportMargins } from "@/lib/metering/export-margins";
import { MarginsQuery } from "@/lib/metering/schema-margins";
import { endpoint } from "@/lib/web/endpoint";

/** The page of margins as a file. */
export const GET = endpoint.operator({
  query: MarginsQuery,
  run: async (operator, { query }) =>
    new Response(await exportMargins(operator, query), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="margins-${query.days}-days.csv"`,
      },
    }),
});
