import { Clock } from "lucide-react";
import { UtcTime } from "@/components/ui/utc-time";
import type { PurchaseView } from "@/lib/purchases/purchase-view";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";
import { RefreshWhile } from "./refresh-while";

/** Purchases that are paid and not confirmed yet, such as bank debits: above the ledger, because they are not in it. */
export function OnItsWay({ purchases }: { purchases: readonly PurchaseView[] }) {
  const waiting = purchases.filter(({ status }) => status === "processing");
  if (waiting.length === 0) return null;
  return (
    <section className="rounded-lg border border-dashed px-5 py-3 text-sm" aria-label="On its way">
      <RefreshWhile waiting />
      <ul className="space-y-1.5">
        {waiting.map(({ id, amount_cents, credits, created_at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Clock className="size-4 shrink-0 text-warn" aria-hidden />
            <span>
              <strong className="font-medium">{displayUsd(formatScaled(BigInt(amount_cents), 2))}</strong> is
              on its way: {displayAmount(credits)} ECU are added when the bank confirms it.
            </span>
            <UtcTime at={created_at} className="text-xs text-ink-muted" />
          </li>
        ))}
      </ul>
    </section>
  );
}
