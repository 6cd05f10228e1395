import { add, formatCredits, parseCredits } from "@/lib/values/money";
import { creditsOf, nothing, type ResourceUsage } from "./resource-usage";

/** What something used, in ECU as decimal strings. credits = settled + what its running cycles have cost so far; settled + held = the ledger. */
export interface Spent {
  credits: string;
  settled: string;
  held: string;
}

export function spentOf(usage: ResourceUsage): Spent {
  return {
    credits: formatCredits(creditsOf(usage)),
    settled: formatCredits(usage.settled),
    held: formatCredits(usage.held),
  };
}

/** The sum of what several used; parts are left apart. */
export function sumOf(usages: readonly ResourceUsage[]): ResourceUsage {
  return usages.reduce(
    (sum, one) => ({
      ...sum,
      settled: add(sum.settled, one.settled),
      held: add(sum.held, one.held),
      soFar: add(sum.soFar, one.soFar),
      runs: sum.runs + one.runs,
      ms: sum.ms + one.ms,
    }),
    nothing(),
  );
}

/** The latest of some UTC days. */
export function latest(days: readonly (string | null)[]): string | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}

/** What cost most comes first, then by name. */
export function byCredits(left: Spent & { name: string }, right: Spent & { name: string }): number {
  const apart = parseCredits(right.credits) - parseCredits(left.credits);
  return apart > 0n ? 1 : apart < 0n ? -1 : left.name.localeCompare(right.name);
}
