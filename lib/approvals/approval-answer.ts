import { stateAnswer } from "@/lib/budgets/budget-answer";
import type { BudgetState } from "@/lib/budgets/rules/limit";
import type { Approval } from "@/lib/db/generated/client";
import { formatAmount } from "@/lib/ledger/row";
import { linkTo } from "@/lib/mail/link-to";
import { nano } from "@/lib/values/money";
import { statusOf } from "./rules/status";
import { ApprovalAnswer, type MandateAnswer } from "./schema";

/** Where a person decides. It names the account, so that somebody of several lands in the right one. */
export function urlOf({ id, accountId }: Pick<Approval, "id" | "accountId">): string {
  return linkTo(`/billing/approve/${id}?account=${accountId}`);
}

/** A job's approval as programs see it. */
export function approvalAnswer(approval: Approval, now: Date): ApprovalAnswer {
  const { unit, amount, breakdown, lastsSeconds, holdId } = approval;
  return {
    kind: "job",
    ...requestAnswer(approval, now),
    unit,
    amount: formatAmount(nano(amount), unit),
    breakdown: ApprovalAnswer.shape.breakdown.parse(breakdown),
    hold_for: lastsSeconds,
    authorization_id: holdId,
  };
}

/** A mandate as programs see it, with what was spent under it. */
export function mandateAnswer(approval: Approval, state: BudgetState, now: Date): MandateAnswer {
  const { models, features, lastsSeconds, validUntil, endedAt } = approval;
  return {
    kind: "mandate",
    ...requestAnswer(approval, now),
    ...stateAnswer(state),
    models,
    features,
    lasts: lastsSeconds,
    valid_until: validUntil?.toISOString() ?? null,
    ended_at: endedAt?.toISOString() ?? null,
  };
}

function requestAnswer(approval: Approval, now: Date) {
  const { id, title, reason, member, team, project } = approval;
  return {
    ...{ id, status: statusOf(approval, now), url: urlOf(approval), title, reason, member, team, project },
    return_url: approval.returnUrl,
    requested_at: approval.requestedAt.toISOString(),
    requested_by: approval.requestedBy,
    decide_by: approval.decideBy.toISOString(),
    decided_at: approval.decidedAt?.toISOString() ?? null,
    decided_by: approval.decidedBy,
  };
}
