import { IdParam } from "@/lib/metering/schema-ledger";
import { explainRow } from "@/lib/reports/explain/explain-row";
import { endpoint } from "@/lib/web/endpoint";

/** One row with its reasons: grants, hold, timeline, place in the chain, and the computation of a metered charge. */
export const GET = endpoint({
  scope: "ledger:read",
  params: IdParam,
  run: async (ctx, { params }) => ({ body: await explainRow(ctx, params.id) }),
});
