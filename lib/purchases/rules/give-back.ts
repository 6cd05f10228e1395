import { type Nano, nano, ZERO } from "@/lib/values/money";

/** A payment and what went back of it so far, by refunds or by disputes. */
export interface GivenBack {
  chargedCents: bigint;
  credits: Nano;
  backCents: bigint;
  backCredits: Nano;
}

/** What one refund or dispute takes. */
export interface Withdrawal {
  cents: bigint;
  credits: Nano;
}

/**
 * The credit that goes with money that goes back. It is reckoned on the running total, so that any number of parts, in any
 * order, withdraw exactly what one refund of their sum would, and the whole payment withdraws all its credit.
 */
export function withdrawalOf(
  { chargedCents, credits, backCents, backCredits }: GivenBack,
  cents: bigint,
): Withdrawal {
  const left = chargedCents - backCents;
  const taken = cents < left ? cents : left;
  const total = (credits * (backCents + taken)) / chargedCents;
  const due = total - backCredits;
  return { cents: taken, credits: due > 0n ? nano(due) : ZERO };
}
