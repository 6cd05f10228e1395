import type { TransactionType } from "@/lib/ledger/types";

/** What each type of transaction is called on paper. */
export const TYPE_NAMES: Readonly<Record<TransactionType, string>> = {
  topup: "Top-ups",
  auto_recharge: "Auto-recharges",
  bonus: "Bonus credit",
  contract_grant: "Contract credit",
  bonus_grant: "Contract bonus",
  spend: "Metered usage",
  gpu_usage: "Instances",
  storage_billing: "Storage",
  refund: "Refunds",
  expiry: "Expired credit",
  dispute: "Disputes",
  admin_correction: "Corrections",
};
