import { exportGrants } from "@/lib/ledger/export-grants";
import { GrantsQuery } from "@/lib/reports/statements/schema-api";
import { parseMoment } from "@/lib/values/moment";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** The same grants as CSV. */
export const GET = endpoint({
  scope: "ledger:read",
  query: GrantsQuery,
  run: async (ctx, { query: { unit, as_of } }) =>
    csvAnswer(ctx, "grants", {}, () =>
      exportGrants(ctx, unit, as_of === undefined ? null : parseMoment(as_of)),
    ),
});
