import { readLimits } from "@/lib/budgets/limits";
import type { BudgetState } from "@/lib/budgets/rules/limit";
import type { Context } from "@/lib/values/context";
import { add, type Nano, ZERO } from "@/lib/values/money";
import { scopeOfOperation, type Who } from "./scope-of";
import type { WorstCase } from "./worst-case";

/** A budget with what the work would take of it at most. */
export interface AskedBudget {
  state: BudgetState;
  asked: Nano;
}

/** The budgets that cover any of the operations, each with the worst case of those that it covers. Tool runs are in no budget. */
export async function askedOfBudgets(
  ctx: Context,
  who: Who,
  worst: WorstCase,
  now: Date,
): Promise<AskedBudget[]> {
  if (worst.unit !== "credit") return [];
  const kinds = new Map<string, { amount: Nano; scope: ReturnType<typeof scopeOfOperation> }>();
  for (const { operation, amount } of worst.lines) {
    const scope = scopeOfOperation(ctx, operation, who);
    const kind = JSON.stringify(scope);
    kinds.set(kind, { scope, amount: add(kinds.get(kind)?.amount ?? ZERO, amount) });
  }
  const asked = new Map<string, AskedBudget>();
  for (const { scope, amount } of kinds.values()) {
    for (const state of await readLimits(ctx.accountId, scope, now))
      asked.set(state.id, { state, asked: add(asked.get(state.id)?.asked ?? ZERO, amount) });
  }
  return [...asked.values()];
}
