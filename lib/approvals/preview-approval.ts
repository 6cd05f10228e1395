import { readLimits } from "@/lib/budgets/limits";
import { checkLimits } from "@/lib/budgets/rules/check";
import { inAccount } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { readWallets } from "@/lib/ledger/wallets";
import { type BudgetView, budgetView, type EstimateNote } from "@/lib/metering/preflight/estimate";
import type { Context } from "@/lib/values/context";
import { unitName } from "@/lib/values/display/unit";
import { nano, sub } from "@/lib/values/money";
import { scopeOfRequest } from "./approve";
import { findRequest, requireReader } from "./read-approval";

/** What agreeing to a job would do to the wallet and to the budgets that cover it. Amounts are decimal strings. */
export interface ApprovalPreview {
  available: string;
  would_remain: string;
  budgets: BudgetView[];
  /** Why approving would be refused now; empty when it would not. */
  refusals: EstimateNote[];
}

/** How a job's approval would stand if it were approved now. Nothing is held by it. @throws Refusal `not_found` */
export async function previewApproval(ctx: Context, id: string): Promise<ApprovalPreview> {
  requireReader(ctx);
  const { accountId } = ctx;
  const approval = await inAccount(accountId, (tx) => findRequest(tx, accountId, id, "job"));
  const { unit } = approval;
  const amount = nano(approval.amount);
  const [wallets, states] = await Promise.all([
    readWallets(ctx),
    unit === "credit" ? readLimits(accountId, scopeOfRequest(ctx, approval), new Date()) : [],
  ]);
  const { available } = wallets[unit];
  const left = sub(available, amount);
  const what = unitName(unit);
  const short =
    left < 0n
      ? [
          {
            code: "insufficient_credits",
            detail: `This needs ${formatAmount(amount, unit)} ${what}, ${formatAmount(available, unit)} are available. Add credit, then approve.`,
          },
        ]
      : [];
  const fault = checkLimits(states, amount);
  return {
    available: formatAmount(available, unit),
    would_remain: formatAmount(left, unit),
    budgets: states.map((state) => budgetView({ state, asked: amount })),
    refusals: [...short, ...(fault ? [{ code: fault.code, detail: fault.detail }] : [])],
  };
}
