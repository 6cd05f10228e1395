import { max, type Nano, sub, ZERO } from "@/lib/values/money";
import { type Component, type Cost, costOf } from "./components";

/** A stretch of an instance's time with one price for each component, as it is held for. */
export interface CycleTerms {
  from: Date;
  /** Until when it is held for. */
  until: Date;
  components: readonly Component[];
  held: Nano;
}

/** What a cycle cost when it had ended: held − refund + overage = used, and one of the two is zero. */
export interface Settled {
  cost: Cost;
  used: Nano;
  refund: Nano;
  overage: Nano;
}

/** Settles a cycle that ran until `to`: sooner than planned, as planned, or later. */
export function settle({ from, held, components }: CycleTerms, to: Date): Settled {
  const cost = costOf(components, msBetween(from, to));
  const used = cost.total;
  return { cost, used, refund: max(sub(held, used), ZERO), overage: max(sub(used, held), ZERO) };
}

/** What must be held for a stretch of time. */
export function holdFor(components: readonly Component[], from: Date, until: Date): Nano {
  return costOf(components, msBetween(from, until)).total;
}

export function msBetween(from: Date, to: Date): bigint {
  return BigInt(to.getTime() - from.getTime());
}

export function later(at: Date, ms: bigint | number): Date {
  return new Date(at.getTime() + Number(ms));
}
