import { startOfMonth, utcDay } from "@/lib/values/time";
import { callOf, type ReportedEvent } from "../price-input";
import type { VolumeMove } from "../rules/price";
import { priceEvent, type PricedEvent, type PricingFault, type Tariff } from "../rules/price-event";
import { AT_START } from "../rules/tiers";

/** An event as it stands in the books. */
export type PastEvent = ReportedEvent & {
  costUsd: bigint;
  costSource: "reported" | "price_list" | "none";
  volumes: Readonly<Record<string, string>>;
};

/**
 * Prices one account's past events as another card would have, in the order in which they ran. Where an event was charged by the month's volume it
 * keeps its place in it; where only the new card asks for the volume, it is counted up here.
 */
export class Repricer {
  readonly #volumes = new Map<string, bigint>();

  /** The event's price by these cards, at the cost that it really had. */
  price(tariff: Tariff, event: PastEvent): PricedEvent | PricingFault {
    const cost = event.costSource === "none" ? null : event.costUsd;
    const start = priceEvent(tariff, callOf(event, cost, AT_START));
    if ("code" in start || start.charge.moves.length === 0) return start;
    const { moves } = start.charge;
    const position = new Map(moves.map((move) => [move.entry.meter, this.#standing(event, move)]));
    for (const move of moves) {
      const name = nameOf(event, move);
      this.#volumes.set(name, (this.#volumes.get(name) ?? 0n) + move.quantity);
    }
    return priceEvent(tariff, callOf(event, cost, position));
  }

  #standing(event: PastEvent, move: VolumeMove): bigint {
    const stored = event.volumes[move.entry.meter];
    return stored === undefined ? (this.#volumes.get(nameOf(event, move)) ?? 0n) : BigInt(stored);
  }
}

function nameOf({ occurredAt }: PastEvent, { entry }: VolumeMove): string {
  const { feature, operation, model, hardware, meter } = entry;
  return [startOfMonth(utcDay(occurredAt)), feature, operation, model, hardware, meter].join("\n");
}
