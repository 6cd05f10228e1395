import { exportRates } from "@/lib/metering/export-rates";
import { RatesFileQuery } from "@/lib/metering/schema-usage";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../../csv-answer";

/** The prices of the account as CSV, now or at an earlier time. */
export const GET = endpoint({
  scope: "usage:read",
  query: RatesFileQuery,
  run: async (ctx, { query }) => csvAnswer(ctx, "prices", {}, () => exportRates(ctx, query.at)),
});
