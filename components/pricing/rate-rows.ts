import type { RateView } from "@/lib/metering/read-rate-card";
import { parseScaled } from "@/lib/values/money";
import { costOfReplicas } from "./hardware";

/** All that one kind of work is charged, and on which machines it is charged just that. */
export interface RateRow {
  feature: string;
  operation: string | null;
  model: string | null;
  hardware: string[];
  override: boolean;
  unit: RateView["unit"];
  /** Prices that add up, as `joinOf` says. */
  parts: RateView[];
  /** Whether its time is charged besides, by a price of another table. */
  isTimed: boolean;
  /** The least that a call is charged, whatever it consists of. */
  floor: string;
}

/** Prices of one kind in one row, and kinds that differ by nothing but their machine as well. */
export function rateRowsOf(rates: readonly RateView[], byTime: readonly RateView[] = []): RateRow[] {
  const times = grouped(byTime, kindOf);
  const rows = [...grouped(rates, kindOf)].map(([kind, parts]) => rowOf(parts, times.get(kind) ?? []));
  return [...grouped(rows, pricedLike).values()].map(([first, ...others]) => ({
    ...first,
    hardware: [first, ...others].flatMap(({ hardware }) => hardware),
  }));
}

/** How a price stands to those before it: a call has either the real cost or, with the customer's own key, the price of that; everything else adds up. */
export function joinOf(part: { meter: string }, before: readonly { meter: string }[]): "" | "+" | "or" {
  if (before.length === 0) return "";
  const meters = [part, ...before].map(({ meter }) => meter);
  return part.meter === "byok_call" && meters.includes("cost") ? "or" : "+";
}

/** A machine, or a part of one, at one price, and what it may be for. */
export interface HardwareRow {
  rate: RateView;
  uses: RateView[];
}

/** What costs the same by the hour, and at least the same, in one row, the cheapest first. */
export function hardwareRowsOf(rates: readonly RateView[]): HardwareRow[] {
  return [...grouped(rates, machineOf).values()]
    .map((uses) => ({ rate: uses[0], uses }))
    .sort((left, right) => (hourly(left) < hourly(right) ? -1 : hourly(left) > hourly(right) ? 1 : 0));
}

function rowOf(rates: Several<RateView>, times: readonly RateView[]): RateRow {
  const [{ feature, operation, model, hardware, override, unit }] = rates;
  const parts = rates.toSorted((left, right) => placeOf(left) - placeOf(right));
  const floor = [...rates, ...times].reduce(
    (most, rate) => (parseScaled(rate.floor, 9) > parseScaled(most, 9) ? rate.floor : most),
    "0",
  );
  return {
    ...{ feature, operation, model, override, unit, parts, floor },
    hardware: hardware === null ? [] : [hardware],
    isTimed: times.length > 0,
  };
}

// The real cost first, and last what stands in its place.
function placeOf({ meter }: RateView): number {
  return meter === "cost" ? 0 : meter === "byok_call" ? 2 : 1;
}

function kindOf({ feature, operation, model, hardware, override, unit }: RateView): string {
  return JSON.stringify([feature, operation, model, hardware, override, unit]);
}

function pricedLike({ parts, hardware, ...row }: RateRow): string {
  const prices = parts.map(({ meter, price, per, markup, tiers }) => [meter, price, per, markup, tiers]);
  return JSON.stringify([row, hardware.length, prices]);
}

function machineOf({ hardware, meter, price, per, floor, override }: RateView): string {
  return JSON.stringify([hardware, meter, price, per, floor, override]);
}

function hourly({ rate }: HardwareRow): bigint {
  return parseScaled(costOfReplicas(rate, 1, 1), 9);
}

type Several<Item> = [Item, ...Item[]];

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Several<Item>> {
  const groups = new Map<string, Several<Item>>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
