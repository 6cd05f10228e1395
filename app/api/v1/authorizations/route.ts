import { authorize } from "@/lib/metering/preflight/authorizations";
import { listAuthorizations } from "@/lib/metering/preflight/list-authorizations";
import { AuthorizationQuery, NewAuthorization } from "@/lib/metering/preflight/schema";
import { endpoint } from "@/lib/web/endpoint";

/** What credit is held for now, newest first. */
export const GET = endpoint({
  scope: "authorizations:write",
  query: AuthorizationQuery,
  run: (ctx, { query, request }) => listAuthorizations(ctx, query, request.url),
});

/** Holds the worst case of work that is about to run, or refuses it with 402. */
export const POST = endpoint({
  scope: "authorizations:write",
  body: NewAuthorization,
  run: async (ctx, { body, request }) => ({
    status: 201,
    body: await authorize(ctx, body, request.headers.get("idempotency-key")),
  }),
});
