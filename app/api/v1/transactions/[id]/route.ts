import { explainRun } from "@/lib/deployments/explain-run";
import { explainCharge } from "@/lib/metering/explain-charge";
import { IdParam } from "@/lib/metering/schema-ledger";
import { endpoint } from "@/lib/web/endpoint";

/** One row with its reasons: grants, hold, timeline, place in the chain, and the computation of a metered charge. */
export const GET = endpoint({
  scope: "ledger:read",
  params: IdParam,
  run: async (ctx, { params }) => {
    const explanation = await explainCharge(ctx, params.id);
    return { body: { ...explanation, run: await explainRun(ctx, explanation) } };
  },
});
