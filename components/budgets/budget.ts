import type { BudgetAnswer } from "@/lib/budgets/schema";
import type { BudgetMode, BudgetPeriod, BudgetScope } from "@/lib/budgets/rules/limit";
import { displayAmount } from "@/lib/values/display/amount";
import { displayPercent } from "@/lib/values/display/percent";
import { displayTime } from "@/lib/values/display/time";
import { formatScaled, parseScaled } from "@/lib/values/money";

const SCALE = 9;
const ONE = 10n ** BigInt(SCALE);

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

/** How much of a limit is spent or held, in words: "47 %", "99.9 %"; "188.9 %" of a limit that was gone beyond. */
export function percentInWords(use: Pick<LimitUse, "limit" | "remaining">): string {
  const { used, whole } = exactUse(use);
  if (whole <= 0n) return displayPercent(0);
  const percent = formatScaled((used * 100n * ONE) / whole, SCALE);
  return displayPercent(percent, { of: [formatScaled(used, SCALE), use.limit] });
}

/** How loud a limit is shown: from four fifths on, and when all is used. */
export function toneOfUse(use: Pick<LimitUse, "limit" | "remaining">): "accent" | "warn" | "bad" {
  const { used, whole } = exactUse(use);
  if (whole <= 0n) return "accent";
  return used >= whole ? "bad" : used * 5n >= whole * 4n ? "warn" : "accent";
}

function exactUse({ limit, remaining }: Pick<LimitUse, "limit" | "remaining">) {
  const whole = parseScaled(limit, SCALE);
  return { used: whole - parseScaled(remaining, SCALE), whole };
}

/** What a budget has left: "has 5 ECU left of 30 ECU", with "only" where that is in the way, and "has nothing left of 30 ECU". */
export function leftInWords(
  { remaining, limit }: { remaining: string; limit: string },
  only: boolean,
): string {
  const isNothing = remaining === "0" || remaining.startsWith("-");
  const left = isNothing ? "nothing" : `${only ? "only " : ""}${displayAmount(remaining)} ECU`;
  return `has ${left} left of ${displayAmount(limit)} ECU`;
}
