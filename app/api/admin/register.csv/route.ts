import { JournalQuery } from "@/lib/reports/liability/schema";
import { exportRegister } from "@/lib/reports/register/export-register";
import { endpoint } from "@/lib/web/endpoint";

/** A month's receipts and credit notes of all accounts, for finance and its auditors. */
export const GET = endpoint.operator({
  query: JournalQuery,
  run: async (_operator, { query: { month } }) =>
    new Response(await exportRegister(month), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="receipts-and-credit-notes-${month}.csv"`,
      },
    }),
});
