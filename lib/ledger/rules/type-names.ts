import { sentenceOf } from "@/lib/values/display/sentence";
import type { GrantOrigin, Source, TransactionType } from "../types";

interface TypeName {
  /** Of one row: "Top-up". */
  one: string;
  /** Of the sum of several: "Top-ups". */
  many: string;
}

/** What people call each type of transaction, on pages and on paper. Files and the API say the type itself. */
export const TYPE_NAMES: Readonly<Record<TransactionType, TypeName>> = {
  topup: { one: "Top-up", many: "Top-ups" },
  auto_recharge: { one: "Auto-recharge", many: "Auto-recharges" },
  bonus: { one: "Bonus", many: "Bonus credit" },
  contract_grant: { one: "Contract credit", many: "Contract credit" },
  bonus_grant: { one: "Contract bonus", many: "Contract bonus" },
  spend: { one: "Spend", many: "Spend" },
  gpu_usage: { one: "GPU usage", many: "GPU usage" },
  storage_billing: { one: "Storage", many: "Storage" },
  refund: { one: "Refund", many: "Refunds" },
  expiry: { one: "Expiry", many: "Expired credit" },
  dispute: { one: "Dispute", many: "Disputes" },
  admin_correction: { one: "Correction", many: "Corrections" },
};

/** What a row refers to: "Payment intent", "Usage event", "Re-rate". */
export function refName(refType: string): string {
  return refType === "re_rate" ? "Re-rate" : sentenceOf(refType);
}

const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  system: "Ecu",
  api: "The API",
  worker: "Ecu, by itself",
  stripe_webhook: "Stripe",
  admin_correction: "An operator",
};

/** Who wrote a row, as pages say it. */
export function sourceName(source: Source): string {
  return SOURCE_NAMES[source];
}

const ORIGIN_NAMES: Readonly<Record<GrantOrigin, string>> = {
  starter: "Starter pack",
  topup: "Top-up",
  bonus: "Bonus",
  contract: "Contract",
  correction: "Correction",
  refund: "Refund",
};

/** Where a grant came from: "Top-up". Of a file of other times, whose word nobody knows any more, that word. */
export function originName(origin: string): string {
  return Object.hasOwn(ORIGIN_NAMES, origin) ? ORIGIN_NAMES[origin as GrantOrigin] : origin;
}
