import { inAccount, sqlOf } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { type Context, requirePermission } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { approvalAnswer } from "./approval-answer";
import { approveWithin } from "./approve";
import { askWithin, rowOf, type Terms } from "./ask";
import { termsOfJob } from "./ask-approval";
import { requireDecider } from "./decide";
import { findRequest } from "./read-approval";
import type { ApprovalAnswer, PreviewedWork } from "./schema";
import { noticeOf } from "./tell-deciders";

const DAY_SECONDS = 86_400;
/** Each of them sends mails, so that nobody can have more of them open. */
const MOST_PENDING = 10;

/**
 * A person agrees to the cost of work that they have just seen: the request, the approval and the hold are one commit, and what is refused leaves
 * nothing behind. The same key again is the same approval.
 * @throws Refusal `conflict` when it costs something else by now; `insufficient_credits`, `budget_exceeded`, `forbidden`
 */
export async function approvePreviewed(ctx: Context, work: PreviewedWork): Promise<ApprovalAnswer> {
  requireDecider(ctx);
  const { accountId } = ctx;
  const row = rowOf(ctx, asked(work), await termsSeen(ctx, work), work.key);
  const approval = await inAccount(accountId, async (tx) => {
    const { id } = await askWithin(tx, ctx, row, null);
    await approveWithin(tx, ctx, id);
    return findRequest(tx, accountId, id);
  });
  return approvalAnswer(approval, new Date());
}

/**
 * A person who may not decide asks those who may, and they get a mail. Nothing is held by it.
 * @throws Refusal `conflict` when it costs something else by now; `rate_limited` while too many of theirs wait
 */
export async function askPreviewed(ctx: Context, work: PreviewedWork): Promise<ApprovalAnswer> {
  requirePermission(ctx, "usage:read");
  const { accountId, actor } = ctx;
  if (actor.kind !== "member") throw new Refusal("forbidden", "A program asks by POST /api/v1/approvals.");
  const row = rowOf(ctx, asked(work), await termsSeen(ctx, work), work.key);
  const { requestedBy, requestKey } = row;
  const notice = await noticeOf(row);
  const approval = await inAccount(accountId, async (tx) => {
    // Of two at once, the second sees the first.
    await sqlOf(tx).query("SELECT id FROM users WHERE id = $1::uuid FOR NO KEY UPDATE", [actor.userId]);
    const pending = await tx.approval.count({
      where: {
        ...{ accountId, requestedBy, kind: "job", status: "pending" },
        decideBy: { gt: row.requestedAt },
        requestKey: { not: requestKey },
      },
    });
    if (pending >= MOST_PENDING) {
      throw new Refusal(
        "rate_limited",
        `${pending} of your requests wait for a decision already. Ask again when some are decided.`,
      );
    }
    return askWithin(tx, ctx, row, notice);
  });
  return approvalAnswer(approval, new Date());
}

function asked({ title, reason, member, team, project }: PreviewedWork) {
  return { title, reason, member, team, project, expires_in: DAY_SECONDS };
}

/** Nobody agrees to another price than the one that the page showed. */
async function termsSeen(ctx: Context, { seen, ...work }: PreviewedWork): Promise<Terms> {
  const terms = await termsOfJob(ctx, { ...work, unit: "credit", amount: undefined, feature: "" });
  const now = formatAmount(terms.amount, terms.unit);
  if (now === seen) return terms;
  throw new Refusal(
    "conflict",
    `This costs ${now} at most by now, not ${seen}. Show what it costs again, then decide.`,
  );
}
