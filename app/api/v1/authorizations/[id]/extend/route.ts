import { extendAuthorization } from "@/lib/metering/preflight/authorizations";
import { Extension } from "@/lib/metering/preflight/schema";
import { IdParam } from "@/lib/metering/schema-ledger";
import { endpoint } from "@/lib/web/endpoint";

/** Keeps a hold alive while its work runs on: a heartbeat of long streams. */
export const POST = endpoint({
  scope: "authorizations:write",
  params: IdParam,
  body: Extension,
  run: async (ctx, { params, body }) => ({ body: await extendAuthorization(ctx, params.id, body) }),
});
