import { checkLimits } from "@/lib/budgets/rules/check";
import type { BudgetState } from "@/lib/budgets/rules/limit";
import { formatAmount } from "@/lib/ledger/row";
import { walletsOf } from "@/lib/ledger/wallets";
import { type Context, requirePermission } from "@/lib/values/context";
import { unitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";
import { formatCredits, type Nano, sub } from "@/lib/values/money";
import { formatUsd } from "@/lib/values/usd";
import { creditValueOf } from "../credit-value";
import { worthOf } from "../rules/worth";
import { type AskedBudget, askedOfBudgets } from "./asked-of-budgets";
import type { EstimateRequest } from "./schema";
import { type WorstCase, type WorstLine, worstCaseOf } from "./worst-case";

/** What an operation costs at most, for a person to follow. */
export interface EstimateLine {
  description: string;
  feature: string;
  count: number;
  each: string;
  amount: string;
  steps: string[];
  rate_card: number;
}

/** A budget or mandate that covers the work. Amounts are ECU as decimal strings. */
export interface BudgetView {
  id: string;
  name: string;
  kind: BudgetState["kind"];
  scope: string;
  scope_value: string;
  period: string;
  mode: string;
  limit: string;
  spent: string;
  held: string;
  remaining: string;
  /** What would be left if the worst case came true; negative when it does not fit. */
  would_remain: string;
  resets_at: string | null;
}

/** Why work would be refused, or what it would go past. */
export interface EstimateNote {
  code: string;
  detail: string;
}

/** The answer to "may this run, and what does it cost at most?". */
export interface Estimate {
  allowed: boolean;
  unit: Unit;
  worst_case: string;
  /** Null for tool runs. */
  worst_case_usd: string | null;
  breakdown: EstimateLine[];
  wallet: { balance: string; held: string; available: string; would_remain: string };
  budgets: BudgetView[];
  refusals: EstimateNote[];
  warnings: EstimateNote[];
}

/**
 * What operations cost at most, what covers them, what would remain, and whether they may run. Nothing is held by it.
 * @throws Refusal `invalid_request` naming the field
 */
export async function estimate(ctx: Context, request: EstimateRequest): Promise<Estimate> {
  requirePermission(ctx, "usage:read");
  const now = new Date();
  const worst = await worstCaseOf(ctx, request.operations, now);
  const [wallets, creditValue, budgets] = await Promise.all([
    walletsOf(ctx.accountId),
    creditValueOf(ctx.accountId, now),
    askedOfBudgets(ctx, request, worst, now),
  ]);
  const { balance, held, available } = wallets[worst.unit];
  const text = (amount: Nano) => formatAmount(amount, worst.unit);
  const left = sub(available, worst.amount);
  const notes = budgets.flatMap(({ state, asked }) => {
    const fault = checkLimits([{ ...state, mode: "hard" }], asked);
    const code = state.mode === "warn" ? "budget_warning" : (fault?.code ?? "");
    return fault ? [{ mode: state.mode, code, detail: fault.detail }] : [];
  });
  const refusals = [
    ...(left < 0n ? [shortOf(worst, available)] : []),
    ...notes.filter(({ mode }) => mode === "hard"),
  ];
  return {
    allowed: refusals.length === 0,
    unit: worst.unit,
    worst_case: text(worst.amount),
    worst_case_usd: worst.unit === "credit" ? formatUsd(worthOf(worst.amount, creditValue)) : null,
    breakdown: worst.lines.map((line) => lineView(line, worst.unit)),
    wallet: {
      balance: text(balance),
      held: text(held),
      available: text(available),
      would_remain: text(left),
    },
    budgets: budgets.map(budgetView),
    refusals: refusals.map(noteView),
    warnings: notes.filter(({ mode }) => mode === "warn").map(noteView),
  };
}

function shortOf({ amount, unit }: WorstCase, available: Nano): EstimateNote {
  const what = unitName(unit);
  const detail = `This needs ${formatAmount(amount, unit)} ${what}, ${formatAmount(available, unit)} are available. Add credit and try again.`;
  return { code: "insufficient_credits", detail };
}

function noteView({ code, detail }: EstimateNote): EstimateNote {
  return { code, detail };
}

/** A line of a worst case as programs see it. */
export function lineView(
  { operation, description, each, amount, steps, rateCard }: WorstLine,
  unit: Unit,
): EstimateLine {
  const { feature, count } = operation;
  return {
    description,
    feature,
    count,
    each: formatAmount(each, unit),
    amount: formatAmount(amount, unit),
    steps,
    rate_card: rateCard,
  };
}

/** A limit as programs see it, and what the work would leave of it. */
export function budgetView({ state, asked }: AskedBudget): BudgetView {
  const { id, name, kind, scope, scopeValue, period, mode, limit, spent, held, remaining, resetsAt } = state;
  return {
    ...{ id, name, kind, scope, scope_value: scopeValue, period, mode },
    limit: formatCredits(limit),
    spent: formatCredits(spent),
    held: formatCredits(held),
    remaining: formatCredits(remaining),
    would_remain: formatCredits(sub(remaining, asked)),
    resets_at: resetsAt?.toISOString() ?? null,
  };
}
