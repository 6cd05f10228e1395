import type { TransactionType } from "../types";

type Sign = "+" | "-" | "±";

/** Which way each type moves a balance. The database holds the same rule as a CHECK. */
export const SIGNS: Readonly<Record<TransactionType, Sign>> = {
  topup: "+",
  auto_recharge: "+",
  bonus: "+",
  contract_grant: "+",
  bonus_grant: "+",
  spend: "-",
  gpu_usage: "-",
  storage_billing: "-",
  refund: "±",
  expiry: "-",
  dispute: "±",
  admin_correction: "±",
};

/** True when a row of this type may carry this amount. No row carries zero. */
export function signFits(type: TransactionType, amount: bigint): boolean {
  if (amount === 0n) return false;
  const sign = SIGNS[type];
  return sign === "±" || (sign === "+") === amount > 0n;
}

/**
 * True when the row adds credit, and so is what the used percentages refer to from then on: money and gifts in,
 * corrections upwards, a dispute won. Not refunds: they give back what was set aside or used.
 */
export function addsCredit(type: TransactionType, amount: bigint): boolean {
  return amount > 0n && type !== "refund";
}

/** The types whose rows come in or go out. */
export const TYPES_OF_BOTH_SIGNS = (Object.keys(SIGNS) as TransactionType[]).filter(
  (type) => SIGNS[type] === "±",
);
