import type { TransactionType } from "@/lib/ledger/types";
import { sumOf } from "@/lib/values/display/round-to-sum";

/** The row that a correction names. Its amount is a decimal string, below zero for a charge. */
export interface Named {
  id: string;
  type: TransactionType;
  amount: string;
  description: string;
  at: string;
}

/** What of an amount is more than the named row took, and so is given, not given back; null where nothing is, or no row is named. */
export function giftIn(amount: string, named: Named | null): string | null {
  if (named === null || amount.startsWith("-")) return null;
  if (!named.amount.startsWith("-")) return amount;
  const beyond = sumOf([amount, named.amount]);
  return beyond === "0" || beyond.startsWith("-") ? null : beyond;
}
