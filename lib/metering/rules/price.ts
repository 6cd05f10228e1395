import type { Unit } from "@/lib/values/ids";
import { add, ceilDiv, formatCredits, max, MAX_NANO, type Nano, nano, ZERO } from "@/lib/values/money";
import { creditsOfUsd, formatUsd, type PicoUsd, picoUsd } from "@/lib/values/usd";
import type { Amounts } from "./cost";
import { fieldOfMeter } from "./kinds";
import { formatQuantity, MICRO_PER_ONE, type Micro } from "./quantity";
import type { RateEntry } from "./rate-card";
import { AT_START, atDearest, graduated, type Position, type Slice, sumOf } from "./tiers";

/** A call as it is priced: what it used, and what that cost us. */
export interface PricedCall {
  amounts: Amounts;
  byok: boolean;
  /** Null when nobody knows it. */
  cost: PicoUsd | null;
  /** Where its meters stand in the month; without it, at its start. */
  position?: Position;
}

/** One part of a charge: a meter with its fixed price, or the real cost with its markup. */
export interface ChargePart {
  meter: string;
  quantity: string;
  /** Credits (or tool runs) for `per` of the meter. */
  price: string | null;
  per: string | null;
  markup: string | null;
  /** Where the month's volume decides the price: how much at which. */
  tiers?: ChargeTier[];
  amount: string;
}

/** What of a part lies within one tier. Borders of cost-plus are in USD of real cost. */
export interface ChargeTier {
  above: string;
  quantity: string;
  price: string | null;
  markup: string | null;
}

/** By how much a charge moves a meter of the month. */
export interface VolumeMove {
  entry: RateEntry;
  before: bigint;
  quantity: bigint;
}

/** A charge and how it came about. */
export interface Charge {
  unit: Unit;
  charge: Nano;
  parts: ChargePart[];
  floor: Nano;
  /** What raised the sum of the parts: the entry's floor, or the real cost that no call is billed below. */
  raisedTo: "floor" | "cost" | null;
  /** The meters whose price depends on the month's volume. */
  moves: VolumeMove[];
}

export type ChargeResult = Charge | { field: string; message: string };

const MILLION = 1_000_000n;
// What an event counts once when it does not say how often.
const COUNTED_ONCE = new Set(["call", "run", "iteration", "request"]);

/**
 * What a call is charged by the entries that apply to it: every meter times its fixed price, and the real cost times its markup, each
 * rounded up; at least the floor; never below the real cost. With the customer's own provider key (BYOK) the provider's tokens are not
 * billed, the platform's work is: meters with a fixed price, `byok_call` among them, and the floor.
 */
export function chargeOf(
  entries: readonly RateEntry[],
  creditValue: PicoUsd,
  call: PricedCall,
): ChargeResult {
  const unit = entries[0]?.unit ?? "credit";
  const parts: ChargePart[] = [];
  const moves: VolumeMove[] = [];
  let sum = ZERO;
  for (const entry of entries) {
    const part = entry.markupPpm === null ? fixedPart(entry, call) : costPart(entry, creditValue, call);
    if (part === null) continue;
    if ("field" in part) return part;
    const { used, amount, ...said } = part;
    sum = add(sum, amount);
    parts.push({ ...said, amount: formatAmount(unit, amount) });
    if (hasTiers(entry)) moves.push({ entry, before: standing(entry, call), quantity: used });
  }
  const floor = entries.reduce((least, entry) => max(least, entry.floor), ZERO);
  const atCost =
    unit === "credit" && !call.byok && call.cost !== null ? creditsOfUsd(call.cost, creditValue) : ZERO;
  const charge = max(sum, max(floor, atCost));
  if (charge > MAX_NANO)
    return { field: "cost_usd", message: "makes a charge beyond what the ledger can hold" };
  const raisedTo = charge === sum ? null : charge === floor ? "floor" : "cost";
  return { unit, charge, parts, floor, raisedTo, moves };
}

type Part = Omit<ChargePart, "amount"> & { amount: Nano; used: bigint };

function fixedPart(entry: RateEntry, call: PricedCall): Part | null | { field: string; message: string } {
  const { meter, price, per, unit } = entry;
  const amount = meterOf(meter, call);
  if (amount === null)
    return {
      field: fieldOfMeter(meter),
      message: "is needed: it is what the rate card prices for this feature",
    };
  if (meter === "byok_call" && amount === 0n) return null;
  const slices = slicesOf(entry, amount, call);
  return {
    meter,
    quantity: formatQuantity(amount),
    price: formatAmount(unit, nano(slices[0]?.rate ?? price ?? ZERO)),
    per: per.toString(),
    markup: null,
    ...(hasTiers(entry) && { tiers: slices.map((slice) => fixedTier(slice, unit)) }),
    amount: nano(ceilDiv(sumOf(slices), per * MICRO_PER_ONE)),
    used: amount,
  };
}

function costPart(entry: RateEntry, creditValue: PicoUsd, call: PricedCall): Part | null {
  const { cost, byok } = call;
  if (byok || cost === null) return null;
  const slices = slicesOf(entry, cost, call);
  return {
    meter: "cost",
    quantity: "1",
    price: null,
    per: null,
    markup: formatQuantity((slices[0]?.rate ?? entry.markupPpm ?? 0n) as Micro),
    ...(hasTiers(entry) && { tiers: slices.map(costTier) }),
    amount: nano(ceilDiv(sumOf(slices) * 1_000_000_000n, creditValue * MILLION)),
    used: cost,
  };
}

function hasTiers({ tiers = [] }: RateEntry): boolean {
  return tiers.length > 0;
}

function slicesOf(entry: RateEntry, quantity: bigint, call: PricedCall): Slice[] {
  return call.position === "dearest"
    ? atDearest(quantity, entry)
    : graduated(standing(entry, call), quantity, entry);
}

/** What the meter came to in the month before this call. */
function standing({ meter }: RateEntry, { position = AT_START }: PricedCall): bigint {
  return position === "dearest" ? 0n : (position.get(meter) ?? 0n);
}

function fixedTier({ above, quantity, rate }: Slice, unit: Unit): ChargeTier {
  return {
    above: formatQuantity(above as Micro),
    quantity: formatQuantity(quantity as Micro),
    price: formatAmount(unit, nano(rate)),
    markup: null,
  };
}

function costTier({ above, quantity, rate }: Slice): ChargeTier {
  return {
    above: formatUsd(picoUsd(above)),
    quantity: formatUsd(picoUsd(quantity)),
    price: null,
    markup: formatQuantity(rate as Micro),
  };
}

function meterOf(meter: string, { amounts, byok }: PricedCall): Micro | null {
  if (meter === "byok_call") return (byok ? MICRO_PER_ONE : 0n) as Micro;
  return amounts.get(meter) ?? (COUNTED_ONCE.has(meter) ? (MICRO_PER_ONE as Micro) : null);
}

/** ECU as a decimal string; tool runs whole. */
export function formatAmount(unit: Unit, amount: Nano): string {
  return unit === "credit" ? formatCredits(amount) : amount.toString();
}
