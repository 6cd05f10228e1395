import type { Nano } from "@/lib/values/money";

/** From so much of a month's volume on, another price. Millionths of the meter; of cost-plus entries, 10⁻¹² USD of real cost. */
export interface RateTier {
  above: bigint;
  /** As in the entry: fixed, or a markup in millionths. */
  price: Nano | null;
  markupPpm: bigint | null;
}

/** What of an entry decides its price in a month's volume. */
export interface Graded {
  price: Nano | null;
  markupPpm: bigint | null;
  /** In rising order. None: one price for everything. */
  tiers?: readonly RateTier[];
}

/** A part of a quantity that lies within one tier. */
export interface Slice {
  above: bigint;
  quantity: bigint;
  /** Nano-credits for `per` of the meter, or a markup in millionths. */
  rate: bigint;
}

/** Where in the month a call stands: what each of its meters came to before it; or nowhere yet, at its dearest. */
export type Position = ReadonlyMap<string, bigint> | "dearest";

/** The start of a month. */
export const AT_START: Position = new Map();

/** The position that an event was stored with. */
export function positionOf(volumes: Readonly<Record<string, string>>): ReadonlyMap<string, bigint> {
  return new Map(Object.entries(volumes).map(([meter, before]) => [meter, BigInt(before)]));
}

/**
 * A quantity cut at the borders of an entry's tiers, `before` being what the month came to before it. What lies below a border keeps the
 * price below it, so that a charge never jumps.
 */
export function graduated(before: bigint, quantity: bigint, entry: Graded): Slice[] {
  const steps = stepsOf(entry);
  const end = before + quantity;
  const slices: Slice[] = [];
  for (const [at, { above, rate }] of steps.entries()) {
    const to = steps[at + 1]?.above ?? end;
    const from = above > before ? above : before;
    const until = to < end ? to : end;
    if (until > from) slices.push({ above, quantity: until - from, rate });
  }
  return slices.length > 0 ? slices : [stepAt(steps, before)];
}

/** The whole quantity at the highest price that any tier has: what it costs at most, wherever the month stands when it runs. */
export function atDearest(quantity: bigint, entry: Graded): Slice[] {
  const dearest = stepsOf(entry).reduce((most, step) => (step.rate > most.rate ? step : most));
  return [{ ...dearest, quantity }];
}

/** Quantity × rate, summed up: to be divided once, and rounded up then. */
export function sumOf(slices: readonly Slice[]): bigint {
  return slices.reduce((sum, { quantity, rate }) => sum + quantity * rate, 0n);
}

function stepsOf({ price, markupPpm, tiers = [] }: Graded): { above: bigint; rate: bigint }[] {
  return [{ above: 0n, price, markupPpm }, ...tiers].map((tier) => ({
    above: tier.above,
    rate: tier.markupPpm ?? tier.price ?? 0n,
  }));
}

function stepAt(steps: readonly { above: bigint; rate: bigint }[], before: bigint): Slice {
  const step = steps.findLast(({ above }) => above <= before);
  return { above: step?.above ?? 0n, quantity: 0n, rate: step?.rate ?? 0n };
}
