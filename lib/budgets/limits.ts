import { readInAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import type { WorkScope } from "@/lib/ledger/types";
import type { Nano } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { findBudgets, findMandate, hasHardBudget } from "./find-limits";
import { readStates } from "./read-states";
import { checkLimits } from "./rules/check";
import type { BudgetState } from "./rules/limit";

/** Whether work needs limits to be locked before credit is held for it: a hard budget covers it, or it names a mandate. */
export async function hasLimits(accountId: string, scope: WorkScope): Promise<boolean> {
  if (scope.mandate !== "") return true;
  return readInAccount(accountId, (sql) => hasHardBudget(sql, accountId, scope));
}

/**
 * Locks what limits the work, until the transaction ends, and says how it stands: whoever holds credit under one of these
 * limits waits for its turn, so that none is overspent. Hard budgets are locked in the order of their ids, then the mandate;
 * a wallet's head must be locked after them. Credit only: tool runs have no budgets.
 * @throws Refusal `invalid_request` for a mandate that this account does not have.
 */
export async function lockLimits(
  tx: Tx,
  accountId: string,
  scope: WorkScope,
  now: Date,
): Promise<BudgetState[]> {
  const sql = sqlOf(tx);
  const budgets = await findBudgets(sql, accountId, scope, { lock: true });
  const mandates = await findMandate(sql, accountId, scope, now, { lock: true });
  return readStates(sql, accountId, [...budgets, ...mandates], now);
}

/**
 * How every limit that covers the work stands now, those that only warn included; nothing is locked.
 * @throws Refusal `invalid_request` for a mandate that this account does not have.
 */
export async function readLimits(accountId: string, scope: WorkScope, now: Date): Promise<BudgetState[]> {
  return readInAccount(accountId, async (sql) => {
    const budgets = await findBudgets(sql, accountId, scope, { lock: false });
    const mandates = await findMandate(sql, accountId, scope, now, { lock: false });
    return readStates(sql, accountId, [...budgets, ...mandates], now);
  });
}

/**
 * Lets so much more be held, or not.
 * @throws Refusal `budget_exceeded`, `mandate_exceeded`, `mandate_pending`, `mandate_ended`, `mandate_excludes`, with what is left,
 * when it resets and what to do.
 */
export function requireWithin(states: readonly BudgetState[], amount: Nano): void {
  const fault = checkLimits(states, amount);
  if (fault) throw new Refusal(fault.code, fault.detail);
}
