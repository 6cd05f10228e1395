import { exportJournal } from "@/lib/reports/liability/export-journal";
import { JournalQuery } from "@/lib/reports/liability/schema";
import { valueOfCredit } from "@/lib/reports/value-of-credit";
import { endpoint } from "@/lib/web/endpoint";

/** A month's journal, for finance to import. */
export const GET = endpoint.operator({
  query: JournalQuery,
  run: async (_operator, { query: { month } }) => {
    const { name, csv } = await exportJournal(month, valueOfCredit());
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  },
});
