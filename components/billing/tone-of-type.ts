import type { Tone } from "@/components/ui/badge";
import type { TransactionType } from "@/lib/ledger/types";

/** Money in is green, what takes credit away unasked is amber; use is plain. */
export const TONE_OF_TYPE: Readonly<Record<TransactionType, Tone>> = {
  topup: "good",
  auto_recharge: "good",
  bonus: "good",
  contract_grant: "good",
  bonus_grant: "good",
  spend: "neutral",
  gpu_usage: "neutral",
  storage_billing: "neutral",
  refund: "accent",
  expiry: "warn",
  dispute: "warn",
  admin_correction: "accent",
};
