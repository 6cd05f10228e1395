import { hasLimits, lockLimits, requireWithin } from "@/lib/budgets/limits";
import type { BudgetState } from "@/lib/budgets/rules/limit";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { openHold, openHoldWithin } from "@/lib/ledger/holds";
import type { Context } from "@/lib/values/context";
import { type HeldWork, holdInLine, type WorkRequest } from "./hold-in-line";

/**
 * The one way to hold credit for work that is about to run. Where a hard budget or a mandate covers it, that is looked at under its lock and in
 * the same transaction, so that however many arrive at once, no budget is overspent; where none does, the hold shares a transaction with
 * whoever else posts.
 * @throws Refusal `insufficient_credits`, `budget_exceeded`, `mandate_exceeded`, `mandate_pending`, `mandate_ended`, `mandate_excludes`
 */
export async function holdWork(ctx: Context, request: WorkRequest): Promise<HeldWork> {
  if (isCredit(request) && (await hasLimits(ctx.accountId, request.scope))) return holdInLine(ctx, request);
  return { ...(await openHold(ctx, request)), budgets: [] };
}

/** The same inside the caller's transaction, for a verb that writes something of its own in the same commit. */
export async function holdWithin(tx: Tx, ctx: Context, request: WorkRequest): Promise<HeldWork> {
  const budgets = isCredit(request) ? await requireLimits(tx, ctx, request) : [];
  return { ...(await openHoldWithin(tx, ctx, request)), budgets };
}

/** Locks the limits that cover the work, and refuses what does not fit. Whoever holds or charges next does so in the same transaction. */
export async function requireLimits(
  tx: Tx,
  { accountId }: Context,
  { scope, amount, idempotencyKey }: Pick<WorkRequest, "scope" | "amount" | "idempotencyKey">,
): Promise<BudgetState[]> {
  const budgets = await lockLimits(tx, accountId, scope, new Date());
  // A repeated request has its hold already: it counts in what is held, and is answered whatever is left.
  const known = await sqlOf(tx).query(KNOWN, [accountId, idempotencyKey]);
  if (known.length === 0) requireWithin(budgets, amount);
  return budgets;
}

/** Tool runs are in no budget. */
function isCredit({ unit = "credit" }: WorkRequest): boolean {
  return unit === "credit";
}

const KNOWN = "SELECT 1 AS known FROM holds WHERE account_id = $1::uuid AND idempotency_key = $2";
