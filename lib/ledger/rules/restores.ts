import { min, type Nano, sub, ZERO } from "@/lib/values/money";
import type { Lot } from "../types";

/** What a row took: out of grants, the last taken first, and beyond them, as debt. */
export interface Taken {
  lots: readonly Lot[];
  owed: Nano;
  /** What was owed before it: it is paid off first. */
  owedBefore: Nano;
}

/** A grant whose credit paid debt off before anything of it could be spent. `remaining` is how much. */
export type Payoff = Lot;

/**
 * Where a refund of a row puts credit back, in this order: what it took last comes back first. What was owed, and has been paid off by credit added since,
 * goes back into the grants that paid it: paid credit stays paid, and what expires expires. `payoffs` are in the order of time.
 */
export function restoresOf({ lots, owed, owedBefore }: Taken, payoffs: readonly Payoff[]): Lot[] {
  let [earlier, left] = [owedBefore, owed];
  const paidOff: Lot[] = [];
  for (const payoff of payoffs) {
    const ofOthers = min(earlier, payoff.remaining);
    earlier = sub(earlier, ofOthers);
    const part = min(sub(payoff.remaining, ofOthers), left);
    left = sub(left, part);
    if (part > ZERO) paidOff.push({ ...payoff, remaining: part });
  }
  return [...paidOff.toReversed(), ...lots];
}
