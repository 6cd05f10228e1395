import { exportRates } from "@/lib/metering/export-rates";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../../csv-answer";

/** The prices of the account as CSV. */
export const GET = endpoint({
  scope: "usage:read",
  run: async (ctx) => csvAnswer(ctx, "prices", {}, () => exportRates(ctx)),
});
