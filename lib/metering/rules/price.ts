import type { Unit } from "@/lib/values/ids";
import { add, ceilDiv, formatCredits, max, MAX_NANO, type Nano, nano, ZERO } from "@/lib/values/money";
import { creditsOfUsd, type PicoUsd } from "@/lib/values/usd";
import type { Amounts } from "./cost";
import { fieldOfMeter } from "./kinds";
import { formatQuantity, MICRO_PER_ONE, type Micro } from "./quantity";
import type { RateEntry } from "./rate-card";

/** A call as it is priced: what it used, and what that cost us. */
export interface PricedCall {
  amounts: Amounts;
  byok: boolean;
  /** Null when nobody knows it. */
  cost: PicoUsd | null;
}

/** One part of a charge: a meter with its fixed price, or the real cost with its markup. */
export interface ChargePart {
  meter: string;
  quantity: string;
  /** Credits (or tool runs) for `per` of the meter. */
  price: string | null;
  per: string | null;
  markup: string | null;
  amount: string;
}

/** A charge and how it came about. */
export interface Charge {
  unit: Unit;
  charge: Nano;
  parts: ChargePart[];
  floor: Nano;
  /** What raised the sum of the parts: the entry's floor, or the real cost that no call is billed below. */
  raisedTo: "floor" | "cost" | null;
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
  let sum = ZERO;
  for (const entry of entries) {
    const part =
      entry.markupPpm === null ? fixedPart(entry, call) : costPart(entry.markupPpm, creditValue, call);
    if (part === null) continue;
    if ("field" in part) return part;
    sum = add(sum, part.amount);
    parts.push({ ...part, amount: formatAmount(unit, part.amount) });
  }
  const floor = entries.reduce((least, entry) => max(least, entry.floor), ZERO);
  const atCost =
    unit === "credit" && !call.byok && call.cost !== null ? creditsOfUsd(call.cost, creditValue) : ZERO;
  const charge = max(sum, max(floor, atCost));
  if (charge > MAX_NANO)
    return { field: "cost_usd", message: "makes a charge beyond what the ledger can hold" };
  const raisedTo = charge === sum ? null : charge === floor ? "floor" : "cost";
  return { unit, charge, parts, floor, raisedTo };
}

type Part = Omit<ChargePart, "amount"> & { amount: Nano };

function fixedPart(
  { meter, price, per, unit }: RateEntry,
  call: PricedCall,
): Part | null | { field: string; message: string } {
  const amount = meterOf(meter, call);
  if (amount === null)
    return {
      field: fieldOfMeter(meter),
      message: "is needed: it is what the rate card prices for this feature",
    };
  if (meter === "byok_call" && amount === 0n) return null;
  return {
    meter,
    quantity: formatQuantity(amount),
    price: formatAmount(unit, price ?? ZERO),
    per: per.toString(),
    markup: null,
    amount: nano(ceilDiv(amount * (price ?? ZERO), per * MICRO_PER_ONE)),
  };
}

function costPart(markupPpm: bigint, creditValue: PicoUsd, { cost, byok }: PricedCall): Part | null {
  if (byok || cost === null) return null;
  return {
    meter: "cost",
    quantity: "1",
    price: null,
    per: null,
    markup: formatQuantity(markupPpm as Micro),
    amount: nano(ceilDiv(cost * markupPpm * 1_000_000_000n, creditValue * MILLION)),
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
