import type { RechargeAttempt } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { formatCredits, formatScaled, nano } from "@/lib/values/money";
import { announce } from "@/lib/webhooks/announce";

/** Tells the account's own systems what became of an auto-recharge: once each. */
export async function announceRecharge(
  tx: Tx,
  { accountId, id, credits, amountCents }: RechargeAttempt,
  outcome: "succeeded" | "failed" | "action_required",
  detail: string | null = null,
): Promise<void> {
  const data = {
    id,
    credits: formatCredits(nano(credits)),
    amount_usd: formatScaled(amountCents, 2),
    detail,
  };
  await announce(tx, accountId, `recharge.${outcome}`, data, { cause: id });
}
