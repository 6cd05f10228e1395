import { askApproval } from "@/lib/approvals/ask-approval";
import { NewApproval } from "@/lib/approvals/schema";
import { endpoint } from "@/lib/web/endpoint";

/** Asks a person to agree to what a job costs at most. */
export const POST = endpoint({
  scope: "authorizations:write",
  body: NewApproval,
  run: async (ctx, { body, request }) => ({
    status: 201,
    body: await askApproval(ctx, body, request.headers.get("idempotency-key")),
  }),
});
