import { Badge, type Tone } from "@/components/ui/badge";
import { TYPE_NAMES } from "@/lib/ledger/rules/type-names";
import type { TransactionType } from "@/lib/ledger/types";

/** Money in is green, what takes credit away unasked is amber; use is plain. */
const TONES: Readonly<Record<TransactionType, Tone>> = {
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

/** What a row is, in people's words; pointed at, as files and the API say it. */
export function TypeBadge({ type }: { type: TransactionType }) {
  return (
    <Badge tone={TONES[type]} title={type}>
      {TYPE_NAMES[type].one}
    </Badge>
  );
}
