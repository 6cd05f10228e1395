import { hasLimits, lockLimits, requireWithin } from "@/lib/budgets/limits";
import type { BudgetState } from "@/lib/budgets/rules/limit";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { type HoldRequest, type HoldResult, openHold, openHoldWithin } from "@/lib/ledger/holds";
import type { WorkScope } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";

/** A hold for work of which it is said what it is for. */
export type WorkRequest = HoldRequest & { scope: WorkScope };

/** A hold, and the budgets that cover its work as they were before it. */
export interface HeldWork extends HoldResult {
  budgets: readonly BudgetState[];
}

/**
 * The one way to hold credit for work that is about to run. Where a hard budget or a mandate covers it, that is looked at under its lock and in
 * the same transaction, so that however many arrive at once, no budget is overspent; where none does, the hold shares a transaction with
 * whoever else posts.
 * @throws Refusal `insufficient_credits`, `budget_exceeded`, `mandate_exceeded`, `mandate_ended`, `mandate_excludes`
 */
export async function holdWork(ctx: Context, request: WorkRequest): Promise<HeldWork> {
  const { scope, unit = "credit" } = request;
  if (unit !== "credit" || !(await hasLimits(ctx.accountId, scope)))
    return { ...(await openHold(ctx, request)), budgets: [] };
  return inAccount(ctx.accountId, (tx) => holdWorkWithin(tx, ctx, request));
}

/** The same inside the caller's transaction, for a decision that must be written in the same commit. */
export async function holdWorkWithin(tx: Tx, ctx: Context, request: WorkRequest): Promise<HeldWork> {
  const { scope, unit = "credit", amount } = request;
  const budgets = unit === "credit" ? await lockLimits(tx, ctx.accountId, scope, new Date()) : [];
  // A repeated request has its hold already: it counts in what is held, and is answered whatever is left.
  const known = await sqlOf(tx).query(KNOWN, [ctx.accountId, request.idempotencyKey]);
  if (known.length === 0) requireWithin(budgets, amount);
  return { ...(await openHoldWithin(tx, ctx, request)), budgets };
}

const KNOWN = "SELECT 1 AS known FROM holds WHERE account_id = $1::uuid AND idempotency_key = $2";
