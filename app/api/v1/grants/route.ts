import { listGrants } from "@/lib/ledger/list-grants";
import { GrantsQuery } from "@/lib/reports/statements/schema-api";
import { parseMoment } from "@/lib/values/moment";
import { endpoint } from "@/lib/web/endpoint";

/** Every grant of a wallet, now or as of a moment. */
export const GET = endpoint({
  scope: "ledger:read",
  query: GrantsQuery,
  run: async (ctx, { query: { unit, as_of } }) => ({
    body: await listGrants(ctx, unit, as_of === undefined ? null : parseMoment(as_of)),
  }),
});
