import { exportAccounts } from "@/lib/reports/liability/export-accounts";
import { JournalQuery } from "@/lib/reports/liability/schema";
import { valueOfCredit } from "@/lib/reports/value-of-credit";
import { endpoint } from "@/lib/web/endpoint";

/** What is owed to each account at a month's end: the list behind the deferred revenue. */
export const GET = endpoint.operator({
  query: JournalQuery,
  run: async (_operator, { query: { month } }) =>
    new Response(await exportAccounts(month, valueOfCredit()), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="liability-${month}.csv"`,
      },
    }),
});
