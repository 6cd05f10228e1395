import { readApproval } from "@/lib/approvals/read-approval";
import { ApprovalParams } from "@/lib/approvals/schema";
import { endpoint } from "@/lib/web/endpoint";

/** What became of it, and the authorization once it is approved. */
export const GET = endpoint({
  scope: "authorizations:write",
  params: ApprovalParams,
  run: async (ctx, { params }) => ({ body: await readApproval(ctx, params.id) }),
});
