import { max, min, type Nano, nano, ZERO } from "@/lib/values/money";

/** A payment, and what went back of it so far. */
export interface GivenBack {
  chargedCents: bigint;
  credits: Nano;
  /** By refunds and disputes together. */
  backCents: bigint;
  backCredits: Nano;
  /** The part of it by the same way: refunds, or disputes. Neither gives back more than all. */
  sameCents: bigint;
  sameCredits: Nano;
}

/** What one refund or dispute takes. */
export interface Withdrawal {
  cents: bigint;
  credits: Nano;
}

/**
 * The credit that goes with money that goes back. It is reckoned on the running total, so that any number of refunds and disputes, in any
 * order, withdraw exactly what one of their sum would, and the whole payment withdraws all its credit. Who gets money back twice, by a
 * refund and a dispute, loses its credit twice.
 */
export function withdrawalOf(
  { chargedCents, credits, backCents, backCredits, sameCents, sameCredits }: GivenBack,
  cents: bigint,
): Withdrawal {
  const left = chargedCents - sameCents;
  const taken = cents < left ? cents : left;
  const total = (credits * (backCents + taken)) / chargedCents;
  const due = nano(total - backCredits);
  return { cents: taken, credits: max(ZERO, min(due, nano(credits - sameCredits))) };
}
