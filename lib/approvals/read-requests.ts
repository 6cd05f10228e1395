import { inAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { approvalAnswer } from "./approval-answer";
import { findRequest, requireReader } from "./read-approval";
import { standingsOf } from "./read-mandates";
import type { ApprovalAnswer, MandateAnswer } from "./schema";

/** What a person is asked for, of either kind. @throws Refusal `not_found`, for another account's too */
export async function readRequest(ctx: Context, id: string): Promise<ApprovalAnswer | MandateAnswer> {
  requireReader(ctx);
  const { accountId } = ctx;
  return inAccount(accountId, async (tx) => {
    const request = await findRequest(tx, accountId, id);
    if (request.kind === "job") return approvalAnswer(request, new Date());
    const [mandate] = await standingsOf(tx, accountId, [request]);
    if (!mandate) throw new Error("a mandate has no standing");
    return mandate;
  });
}

/** The newest approvals of jobs, whatever became of them. */
export async function listApprovals(ctx: Context): Promise<ApprovalAnswer[]> {
  requireReader(ctx);
  const { accountId } = ctx;
  const jobs = await inAccount(accountId, (tx) =>
    tx.approval.findMany({
      where: { accountId, kind: "job" },
      orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
      take: 100,
    }),
  );
  const now = new Date();
  return jobs.map((job) => approvalAnswer(job, now));
}
