import type { Nano } from "@/lib/values/money";
import type { UtcDay } from "@/lib/values/time";

export const BUDGET_SCOPES = ["account", "team", "project", "member", "key", "feature"] as const;
export type BudgetScope = (typeof BUDGET_SCOPES)[number];

export const BUDGET_PERIODS = ["daily", "weekly", "monthly", "total"] as const;
export type BudgetPeriod = (typeof BUDGET_PERIODS)[number];

export const BUDGET_MODES = ["hard", "warn"] as const;
/** `hard` refuses new work, `warn` only shows. */
export type BudgetMode = (typeof BUDGET_MODES)[number];

/** Why nothing at all can be held under a limit, whatever it costs. */
export interface Closed {
  code: "mandate_pending" | "mandate_ended" | "mandate_excludes";
  /** What happened and what to do. */
  detail: string;
}

/** A limit on spending: a budget, or the mandate under which an agent works. */
export interface Limit {
  id: string;
  name: string;
  kind: "budget" | "mandate";
  scope: BudgetScope | "mandate";
  /** The slug, e-mail, key, feature or mandate; '' for the account. */
  scopeValue: string;
  /** Every word by which usage may name it: a member is reported by e-mail or by id. */
  names: readonly string[];
  period: BudgetPeriod;
  mode: BudgetMode;
  limit: Nano;
  /** A total counts from this UTC day; null for whatever was ever spent. */
  startsOn: UtcDay | null;
  /** When a mandate ends by itself. */
  validUntil: Date | null;
  closed: Closed | null;
}

/** A limit at one moment. */
export interface BudgetState extends Limit {
  /** Charged in the period, at its UTC days. */
  spent: Nano;
  /** On its way: open holds, whenever they began. */
  held: Nano;
  /** Exactly limit − spent − held; below zero when work that was running cost more. */
  remaining: Nano;
  /** When `spent` begins at zero again; null for totals and mandates. */
  resetsAt: Date | null;
}
