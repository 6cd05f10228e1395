import { readAuthorization } from "@/lib/metering/preflight/authorizations";
import { IdParam } from "@/lib/metering/schema-ledger";
import { endpoint } from "@/lib/web/endpoint";

/** One authorization. */
export const GET = endpoint({
  scope: "authorizations:write",
  params: IdParam,
  run: async (ctx, { params }) => ({ body: await readAuthorization(ctx, params.id) }),
});
