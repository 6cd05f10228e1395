"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { approve } from "./approve";
import { decline } from "./decline";
import { revokeMandate } from "./revoke-mandate";
import { OfApproval } from "./schema";

/** Agrees to a job's cost or to a mandate; the answer says where the person goes back to. */
export const approveRequest = action("approvals:write", OfApproval, async (ctx, input) => {
  const decision = await approve(ctx, input);
  revalidatePath("/", "layout");
  return decision;
});

export const declineRequest = action("approvals:write", OfApproval, async (ctx, input) => {
  const decision = await decline(ctx, input);
  revalidatePath("/", "layout");
  return decision;
});

export const endMandate = action("approvals:write", OfApproval, async (ctx, input) => {
  await revokeMandate(ctx, input);
  revalidatePath("/", "layout");
});
