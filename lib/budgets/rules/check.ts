import { add, formatCredits, type Nano, nano, sub } from "@/lib/values/money";
import type { BudgetState, Closed, Limit } from "./limit";
import { periodOf } from "./period";

/** Why work may not be held: which limit, and a message that says what to do. */
export interface LimitFault {
  code: "budget_exceeded" | "mandate_exceeded" | Closed["code"];
  detail: string;
  state: BudgetState;
}

/** A limit with what was spent and what is held under it. */
export function stateOf(limit: Limit, sums: { spent: Nano; held: Nano }, now: Date): BudgetState {
  return {
    ...limit,
    ...sums,
    remaining: nano(limit.limit - sums.spent - sums.held),
    resetsAt: periodOf(limit.period, limit.startsOn, now).resetsAt,
  };
}

/** The same limit with so much more on its way. */
export function withHeld(state: BudgetState, amount: Nano): BudgetState {
  return { ...state, held: add(state.held, amount), remaining: sub(state.remaining, amount) };
}

/** The first limit that does not let so much more be held, the mandate before budgets; null when all do. Exact: what fits is not refused. */
export function checkLimits(states: readonly BudgetState[], amount: Nano): LimitFault | null {
  const mandates = states.filter(({ kind }) => kind === "mandate");
  const budgets = states.filter(({ kind, mode }) => kind === "budget" && mode === "hard");
  for (const state of [...mandates, ...budgets]) {
    if (state.closed) return { ...state.closed, state };
    if (amount > state.remaining) return exceeded(state, amount);
  }
  return null;
}

function exceeded(state: BudgetState, amount: Nano): LimitFault {
  const { kind, name, limit, spent, held, remaining, resetsAt } = state;
  const left = remaining > 0n ? `${formatCredits(remaining)} ECU` : "nothing";
  const standing =
    `has ${left} left of ${formatCredits(limit)} (spent ${formatCredits(spent)}, ` +
    `held ${formatCredits(held)}); this needs up to ${formatCredits(amount)}.`;
  if (kind === "mandate") {
    return {
      code: "mandate_exceeded",
      detail: `The mandate “${name}” ${standing} Ask for less at once, or for another mandate.`,
      state,
    };
  }
  const reset = resetsAt ? ` It resets at ${resetsAt.toISOString()}.` : "";
  return {
    code: "budget_exceeded",
    detail: `The budget “${name}” ${standing}${reset} Ask for less, or have an owner, admin or billing member raise it in Settings → Budgets.`,
    state,
  };
}
