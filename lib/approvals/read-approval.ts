import type { Approval } from "@/lib/db/generated/client";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { isUuid } from "@/lib/values/ids";
import { notFound, Refusal } from "@/lib/values/refusal";
import { approvalAnswer } from "./approval-answer";
import type { ApprovalAnswer } from "./schema";

/** Whoever may ask, or may see what is used, may see what was asked for. @throws Refusal `forbidden` */
export function requireReader({ permissions }: Context): void {
  if (permissions.has("usage:read") || permissions.has("authorizations:write")) return;
  throw new Refusal("forbidden", "This needs the permission usage:read or authorizations:write.");
}

/** A job's approval. @throws Refusal `not_found`, for another account's too */
export async function readApproval(ctx: Context, id: string): Promise<ApprovalAnswer> {
  requireReader(ctx);
  const approval = await inAccount(ctx.accountId, (tx) => findRequest(tx, ctx.accountId, id, "job"));
  return approvalAnswer(approval, new Date());
}

/** What was asked for, as it is kept. @throws Refusal `not_found` */
export async function findRequest(
  tx: Tx,
  accountId: string,
  id: string,
  kind?: Approval["kind"],
): Promise<Approval> {
  const approval = isUuid(id)
    ? await tx.approval.findUnique({ where: { accountId_id: { accountId, id } } })
    : null;
  if (!approval || (kind && approval.kind !== kind))
    throw notFound(kind === "mandate" ? "mandate" : "approval");
  return approval;
}

/** The same, and nobody else decides until the transaction ends. @throws Refusal `not_found` */
export async function lockRequest(tx: Tx, accountId: string, id: string): Promise<Approval> {
  if (isUuid(id)) {
    await sqlOf(tx).query(
      "SELECT 1 AS locked FROM approvals WHERE account_id = $1::uuid AND id = $2::uuid FOR UPDATE",
      [accountId, id],
    );
  }
  return findRequest(tx, accountId, id);
}
