import { JournalQuery } from "@/lib/reports/liability/schema";
import { exportElsewhere } from "@/lib/reports/register/export-elsewhere";
import { valueOfCredit } from "@/lib/reports/value-of-credit";
import { endpoint } from "@/lib/web/endpoint";

/** The credit that a month's journal has as sold elsewhere, row by row. */
export const GET = endpoint.operator({
  query: JournalQuery,
  run: async (_operator, { query: { month } }) =>
    new Response(await exportElsewhere(month, valueOfCredit()), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="sold-elsewhere-${month}.csv"`,
      },
    }),
});
