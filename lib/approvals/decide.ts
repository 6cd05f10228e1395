import { audit, nameOf } from "@/lib/accounts/audit";
import type { Approval, Prisma } from "@/lib/db/generated/client";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { lockRequest } from "./read-approval";
import { returnTo } from "./rules/return-url";
import { statusOf } from "./rules/status";

/** What a person decided, and where they go from here. */
export interface Decision {
  id: string;
  status: "approved" | "declined";
  /** The asker's page, told what was decided; null when none was given. */
  return_to: string | null;
}

/** Decisions are for people: a program that could approve would approve its own requests. @throws Refusal `forbidden` */
export function requireDecider(ctx: Context): { userId: string } {
  requirePermission(ctx, "approvals:write");
  if (ctx.actor.kind === "member") return ctx.actor;
  throw new Refusal(
    "forbidden",
    "Only a person can decide on this, in the console. Send one to the request's url.",
  );
}

/**
 * Decides on a request, once, whoever else decides at the same moment. The same decision again answers as the first time.
 * `change` says what the decision brings with it, in the same commit; what it refuses leaves the request pending.
 * @throws Refusal `not_found`; `approval_decided` when it was decided otherwise; `gone` when its time is over
 */
export async function decide(
  ctx: Context,
  id: string,
  status: Decision["status"],
  change: Change,
): Promise<Decision> {
  return inAccount(ctx.accountId, (tx) => decideWithin(tx, ctx, id, status, change));
}

type Change = (
  tx: Tx,
  approval: Approval,
  now: Date,
) => Promise<Partial<Prisma.ApprovalUncheckedUpdateInput>>;

/** The same in the caller's transaction. */
export async function decideWithin(
  tx: Tx,
  ctx: Context,
  id: string,
  status: Decision["status"],
  change: Change,
): Promise<Decision> {
  const { userId } = requireDecider(ctx);
  const { accountId } = ctx;
  const approval = await lockRequest(tx, accountId, id);
  const decision = {
    id,
    status,
    return_to: approval.returnUrl === null ? null : returnTo(approval.returnUrl, id, status),
  };
  const now = new Date();
  if (approval.status === status) return decision;
  requirePending(approval, now);
  await tx.approval.update({
    where: { accountId_id: { accountId, id } },
    data: {
      status,
      decidedAt: now,
      decidedBy: nameOf(ctx.actor).actorName,
      decidedByUser: userId,
      ...(await change(tx, approval, now)),
    },
  });
  await audit(tx, ctx, {
    action: `${approval.kind === "job" ? "approval" : "mandate"}.${status}`,
    subjectType: "approval",
    subjectId: id,
    details: { title: approval.title, requestedBy: approval.requestedBy },
  });
  return decision;
}

function requirePending(approval: Approval, now: Date): void {
  if (approval.status !== "pending") {
    throw new Refusal(
      "approval_decided",
      `${approval.decidedBy ?? "Somebody"} decided already: this was ${approval.status}.`,
    );
  }
  if (statusOf(approval, now) === "expired") {
    throw new Refusal(
      "gone",
      `This could be decided until ${approval.decideBy.toISOString()}. Have it asked for again.`,
    );
  }
}
