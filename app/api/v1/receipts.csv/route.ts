import { exportReceipts } from "@/lib/purchases/export-papers";
import { MonthsQuery } from "@/lib/reports/statements/schema-api";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** What added to a wallet, with the receipts of what was paid, as CSV. */
export const GET = endpoint({
  scope: "ledger:read",
  query: MonthsQuery,
  run: async (ctx, { query: { unit } }) => csvAnswer(ctx, "receipts", {}, () => exportReceipts(ctx, unit)),
});
