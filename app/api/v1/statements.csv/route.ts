import { exportMonths } from "@/lib/reports/statements/export-months";
import { MonthsQuery } from "@/lib/reports/statements/schema-api";
import { utcDay } from "@/lib/values/time";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** A line for each month of a wallet as CSV. */
export const GET = endpoint({
  scope: "ledger:read",
  query: MonthsQuery,
  run: async (ctx, { query: { unit } }) =>
    csvAnswer(ctx, "statements", {}, () => exportMonths(ctx, unit, utcDay(new Date()))),
});
