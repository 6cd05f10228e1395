import { readMandate } from "@/lib/approvals/read-mandates";
import { ApprovalParams } from "@/lib/approvals/schema";
import { endpoint } from "@/lib/web/endpoint";

/** One mandate as it stands. */
export const GET = endpoint({
  scope: "authorizations:write",
  params: ApprovalParams,
  run: async (ctx, { params }) => ({ body: await readMandate(ctx, params.id) }),
});
