"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { approve } from "./approve";
import { approvePreviewed, askPreviewed } from "./decide-previewed";
import { decline } from "./decline";
import { revokeMandate } from "./revoke-mandate";
import { OfApproval, PreviewedWork } from "./schema";

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

/** From the cost preview: the worst case that was seen is held at once. */
export const approveWork = action("approvals:write", PreviewedWork, async (ctx, input) => {
  const approval = await approvePreviewed(ctx, input);
  revalidatePath("/", "layout");
  return approval;
});

/** From the cost preview, by somebody who may not decide. */
export const askForWork = action("usage:read", PreviewedWork, async (ctx, input) => {
  const approval = await askPreviewed(ctx, input);
  revalidatePath("/settings/mandates");
  return approval;
});
