import type { TransactionType } from "@/lib/ledger/types";
import { SOLD_TYPES } from "@/lib/purchases/rules/sold-types";
import { monthAfter } from "./rules/months";
import type { Month } from "./rules/pools";

/** What rows of sold credit can be, and rows of what went back of it. */
export const MONEY = [...SOLD_TYPES, "dispute", "refund"] as const;

/** The first day of a month and of the next: $2 and $3 of `rowsOfMonth`. */
export function daysOf(month: Month): [string, string] {
  return [`${month}-01`, `${monthAfter(month)}-01`];
}

/**
 * All rows `t` of credit of some types, of the accounts $1 in the month $2, $3, to stand behind FROM. The rollup by day `d` names the few that there can be, so that
 * no spend is read.
 */
export function rowsOfMonth(types: readonly Exclude<TransactionType, "spend">[]): string {
  return `wallet_days d
  JOIN transactions t ON t.account_id = d.account_id AND t.unit = d.unit AND t.seq BETWEEN d.first_seq AND d.last_seq AND t.type = d.type AND t.type <> 'spend'
  WHERE d.account_id = ANY ($1::uuid[]) AND d.unit = 'credit' AND d.day >= $2::date AND d.day < $3::date
    AND d.type IN (${types.map((type) => `'${type}'`).join(", ")})`;
}
