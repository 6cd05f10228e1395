import { askMandate } from "@/lib/approvals/ask-mandate";
import { listMandates } from "@/lib/approvals/read-mandates";
import { NewMandate } from "@/lib/approvals/schema";
import { endpoint } from "@/lib/web/endpoint";

/** The newest mandates as they stand. */
export const GET = endpoint({
  scope: "authorizations:write",
  run: async (ctx) => ({ body: await listMandates(ctx) }),
});

/** An agent asks to spend within limits for a while. */
export const POST = endpoint({
  scope: "authorizations:write",
  body: NewMandate,
  run: async (ctx, { body, request }) => ({
    status: 201,
    body: await askMandate(ctx, body, request.headers.get("idempotency-key")),
  }),
});
