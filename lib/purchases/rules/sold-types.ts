import type { TransactionType } from "@/lib/ledger/types";

/** Types of rows whose credit somebody paid for: through Stripe, with a receipt of ours, or elsewhere. */
export const SOLD_TYPES = [
  "topup",
  "auto_recharge",
  "contract_grant",
] as const satisfies readonly TransactionType[];

/** Whether credit of a row was sold, and not given. */
export function isSold(type: TransactionType): boolean {
  return SOLD_TYPES.some((sold) => sold === type);
}
