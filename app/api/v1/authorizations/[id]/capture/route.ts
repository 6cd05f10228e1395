import { captureAuthorization } from "@/lib/metering/preflight/authorizations";
import { NewCapture } from "@/lib/metering/preflight/schema";
import { IdParam } from "@/lib/metering/schema-ledger";
import { endpoint } from "@/lib/web/endpoint";

/** Charges what was really used; the rest of the hold is available again. */
export const POST = endpoint({
  scope: "authorizations:write",
  params: IdParam,
  body: NewCapture,
  run: async (ctx, { params, body, request }) => ({
    body: await captureAuthorization(ctx, params.id, body, request.headers.get("idempotency-key")),
  }),
});
