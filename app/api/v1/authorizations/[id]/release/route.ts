import { releaseAuthorization } from "@/lib/metering/preflight/authorizations";
import { IdParam } from "@/lib/metering/schema-ledger";
import { endpoint } from "@/lib/web/endpoint";

/** Gives the whole hold back. */
export const POST = endpoint({
  scope: "authorizations:write",
  params: IdParam,
  run: async (ctx, { params, request }) => ({
    body: await releaseAuthorization(ctx, params.id, request.headers.get("idempotency-key")),
  }),
});
