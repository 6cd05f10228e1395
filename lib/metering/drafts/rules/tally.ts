import type { Unit } from "@/lib/values/ids";
import { type Nano, ZERO } from "@/lib/values/money";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";

/** What calls were charged, what a draft would have charged, and what they cost us. Charges are ECU, or whole tool runs. */
export interface Tally {
  unit: Unit;
  calls: number;
  /** Calls that the draft has no price for. */
  unpriced: number;
  oldCharge: Nano;
  newCharge: Nano;
  cost: PicoUsd;
  /** The charges of what has a recorded cost, in dollars × 10⁹, each at what a credit was worth: divided only when they are shown. */
  oldWorth: bigint;
  newWorth: bigint;
}

export function emptyTally(unit: Unit): Tally {
  const none = { calls: 0, unpriced: 0, oldCharge: ZERO, newCharge: ZERO, cost: picoUsd(0n) };
  return { unit, ...none, oldWorth: 0n, newWorth: 0n };
}

/** Adds one tally to another of the same unit. */
export function addTo(sum: Tally, part: Omit<Tally, "unit">): void {
  sum.calls += part.calls;
  sum.unpriced += part.unpriced;
  sum.oldCharge = (sum.oldCharge + part.oldCharge) as Nano;
  sum.newCharge = (sum.newCharge + part.newCharge) as Nano;
  sum.cost = picoUsd(sum.cost + part.cost);
  sum.oldWorth += part.oldWorth;
  sum.newWorth += part.newWorth;
}

/** (Revenue − cost) ÷ revenue in millionths, rounded down; null without revenue. `worth` is in 10⁻²¹ USD. */
export function marginOf(worth: bigint, cost: PicoUsd): bigint | null {
  if (worth <= 0n) return null;
  const dividend = (worth - cost * 1_000_000_000n) * 1_000_000n;
  const quotient = dividend / worth;
  return dividend % worth < 0n ? quotient - 1n : quotient;
}

/**
 * The first day at whose end the balance would have been used up, while it was not: balances by day, oldest first, and by how much the charges
 * of each day would have been higher.
 */
export function zeroDay(
  balances: readonly { day: string; balance: Nano }[],
  dearer: ReadonlyMap<string, bigint>,
): string | null {
  let more = 0n;
  for (const { day, balance } of balances) {
    more += dearer.get(day) ?? 0n;
    if (balance > 0n && balance - more <= 0n) return day;
  }
  return null;
}
