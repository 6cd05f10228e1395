import type { GrantChange } from "@/lib/ledger/explain";
import { formatScaled, parseScaled } from "@/lib/values/money";

const SCALE = 9;

/** What of a row no grant took or gave: below zero it became debt, above zero it paid debt off. Grants and this add up to the row. */
export function beyondGrants(amount: string, grants: readonly Pick<GrantChange, "amount">[]): string {
  const moved = grants.reduce((sum, change) => sum + parseScaled(change.amount, SCALE), 0n);
  return formatScaled(parseScaled(amount, SCALE) - moved, SCALE);
}

/** What that is called beside the grants. */
export function debtInWords(beyond: string): string {
  return beyond.startsWith("-") ? "Owed: no credit was left for it" : "What was owed, paid off";
}
