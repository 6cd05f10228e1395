import type { BudgetAnswer } from "@/lib/budgets/schema";
import type { BudgetMode, BudgetPeriod, BudgetScope } from "@/lib/budgets/rules/limit";
import { displayTime } from "@/lib/values/display/time";
import { parseScaled } from "@/lib/values/money";

/** How much of a limit is used, as decimal strings of ECU: limit = spent + held + remaining. */
export interface LimitUse {
  limit: string;
  spent: string;
  held: string;
  remaining: string;
}

/** A budget as people see it: with the name of what it is for. */
export type Budget = BudgetAnswer & { scopeName: string };

export const SCOPE_NAMES: Readonly<Record<BudgetScope, string>> = {
  account: "The whole account",
  team: "Team",
  project: "Project",
  member: "Member",
  key: "API key",
  feature: "Feature",
};

export const PERIOD_NAMES: Readonly<Record<BudgetPeriod, string>> = {
  daily: "a day",
  weekly: "a week",
  monthly: "a month",
  total: "in total",
};

/** What each mode does when the limit is reached. */
export const MODE_MEANINGS: Readonly<Record<BudgetMode, string>> = {
  hard: "New work that would go over it is refused before it costs anything. Work that already runs completes.",
  warn: "Nothing is refused. The budget is shown as used up here, and in every answer that asks what work would cost.",
};

/** "Team growth": what a budget is for. */
export function scopeInWords({ scope, scopeName }: Pick<Budget, "scope" | "scopeName">): string {
  return scope === "account" ? SCOPE_NAMES.account : `${SCOPE_NAMES[scope]} ${scopeName}`;
}

/** "resets 1 Dec 2026, 00:00 UTC". */
export function resetInWords(resetsAt: string | null): string {
  return resetsAt === null ? "never resets" : `resets ${displayTime(new Date(resetsAt))}`;
}

/** How much of a limit is spent or held, in whole percent. Rounded down below a hundred, so that it says 100 only when all is used. */
export function percentUsed({ limit, remaining }: Pick<LimitUse, "limit" | "remaining">): number {
  const whole = parseScaled(limit, 9);
  if (whole <= 0n) return 0;
  const used = whole - parseScaled(remaining, 9);
  return Number((used * 100n + (used > whole ? whole / 2n : 0n)) / whole);
}

/** "47 %"; "<1 %" of a limit that is hardly touched. */
export function percentInWords(use: Pick<LimitUse, "limit" | "remaining">): string {
  const percent = percentUsed(use);
  return percent === 0 && use.remaining !== use.limit ? "<1 %" : `${percent} %`;
}

/** How loud a limit is shown. */
export function toneOfUse(use: Pick<LimitUse, "limit" | "remaining">): "accent" | "warn" | "bad" {
  const percent = percentUsed(use);
  return percent >= 100 ? "bad" : percent >= 80 ? "warn" : "accent";
}
