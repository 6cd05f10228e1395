import type { Purchase } from "@/lib/db/generated/client";
import { transactionId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";

/** A purchase as its account sees it. Credit is a decimal string, cents are whole. */
export interface PurchaseView {
  id: string;
  credits: string;
  amount_cents: number;
  currency: string;
  status: Purchase["status"];
  save_card: boolean;
  created_at: string;
  ended_at: string | null;
  /** Where it can still be paid. */
  checkout_url: string | null;
  transaction_id: string | null;
}

/** A purchase with the ledger row of its payment, if it was paid. */
export function viewOf(purchase: Purchase, seq: bigint | null): PurchaseView {
  const { accountId, id, status } = purchase;
  return {
    id,
    credits: formatCredits(nano(purchase.credits)),
    amount_cents: Number(purchase.amountCents),
    currency: purchase.currency,
    status,
    save_card: purchase.saveCard,
    created_at: purchase.createdAt.toISOString(),
    ended_at: purchase.endedAt?.toISOString() ?? null,
    checkout_url: status === "open" ? purchase.checkoutUrl : null,
    transaction_id: seq === null ? null : transactionId({ accountId, unit: "credit", seq }),
  };
}
