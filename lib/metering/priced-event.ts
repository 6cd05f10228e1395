import type { UsageEvent } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import type { ReportedEvent } from "./price-input";
import type { PricedEvent } from "./rules/price-event";

/** A reported event with its price, as it goes into the books. `holdId` is the hold that it ends. */
export function pricedEvent(
  ctx: Context,
  event: ReportedEvent,
  { card, charge, cost, costSource }: PricedEvent,
  fingerprint: Buffer,
  holdId: string | null = null,
): UsageEvent {
  return {
    ...event,
    keyId: ctx.actor.kind === "key" ? ctx.actor.keyId : "",
    costUsd: cost ?? 0n,
    costSource,
    rateCard: card.version,
    pricedBy: "rate_card",
    volumes: Object.fromEntries(charge.moves.map(({ entry, before }) => [entry.meter, before.toString()])),
    holdId,
    charge: charge.charge,
    fingerprint,
  };
}
