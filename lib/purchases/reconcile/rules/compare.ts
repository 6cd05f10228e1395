/** Money that arrived, went back by a refund, or was taken back by a dispute: as one side has it. */
export interface Movement {
  /** Stripe's id of the payment intent, refund or dispute. */
  id: string;
  /** Whose it is; null for what Stripe has and nobody here asked for. */
  accountId: string | null;
  /** What it moved and has not been undone: nothing for a refund that failed or a dispute that was won. */
  cents: bigint;
}

export const MOVEMENTS = ["payment", "refund", "dispute"] as const;
export type MovementKind = (typeof MOVEMENTS)[number];

/** All that one side knows of the same span of time. */
export type Side = Readonly<Record<MovementKind, readonly Movement[]>>;

/** A cent that is on one side only, and what to do about it. */
export interface Difference {
  kind: `${MovementKind}_${"missing" | "unknown" | "not_in_stripe" | "differs"}`;
  id: string;
  accountId: string | null;
  stripeCents: bigint;
  ledgerCents: bigint;
  /** True when reading it again from Stripe is all that is needed. */
  isCertain: boolean;
  whatToDo: string;
}

/** Cents that are left of what arrived. */
export function remaining(side: Side): bigint {
  const sum = (kind: MovementKind) => side[kind].reduce((total, { cents }) => total + cents, 0n);
  return sum("payment") - sum("refund") - sum("dispute");
}

/**
 * Everything that Stripe has and the ledger has not, the other way round, or with another sum. Both sides empty of
 * differences have the same cents left, because each movement is then on both with the same sum.
 */
export function compare(stripe: Side, ledger: Side): Difference[] {
  return MOVEMENTS.flatMap((kind) => compareKind(kind, stripe[kind], ledger[kind]));
}

function compareKind(
  kind: MovementKind,
  stripe: readonly Movement[],
  ledger: readonly Movement[],
): Difference[] {
  const booked = new Map(ledger.map((movement) => [movement.id, movement]));
  const seen = new Set(stripe.map(({ id }) => id));
  const fromStripe = stripe.flatMap((movement): Difference[] => {
    const ours = booked.get(movement.id);
    if (ours ? ours.cents === movement.cents : movement.cents === 0n) return [];
    const verdict = ours ? "differs" : movement.accountId === null ? "unknown" : "missing";
    return [difference(kind, verdict, movement, movement.cents, ours?.cents ?? 0n)];
  });
  const onlyOurs = ledger
    .filter(({ id, cents }) => !seen.has(id) && cents !== 0n)
    .map((movement) => difference(kind, "not_in_stripe", movement, 0n, movement.cents));
  return [...fromStripe, ...onlyOurs];
}

function difference(
  kind: MovementKind,
  verdict: "missing" | "unknown" | "not_in_stripe" | "differs",
  { id, accountId }: Movement,
  stripeCents: bigint,
  ledgerCents: bigint,
): Difference {
  return {
    kind: `${kind}_${verdict}`,
    id,
    accountId,
    stripeCents,
    ledgerCents,
    // A payment that was credited with another sum was never read so from Stripe: a person looks at it.
    isCertain: verdict === "missing" || (verdict === "differs" && kind !== "payment"),
    whatToDo: WHAT_TO_DO[verdict](kind),
  };
}

const WHAT_TO_DO = {
  missing: (kind: MovementKind) =>
    `Stripe has this ${kind} and the ledger does not. Repair applies it, once, under its own key.`,
  unknown: (kind: MovementKind) =>
    `Stripe has this ${kind} for a customer of ours, and nobody here asked for it. Find out whose it is; refund it in Stripe's dashboard, or grant the credit by a correction.`,
  not_in_stripe: (kind: MovementKind) =>
    `The ledger has this ${kind} and Stripe does not. Check that STRIPE_SECRET_KEY belongs to the Stripe account that took it.`,
  differs: (kind: MovementKind) =>
    kind === "payment"
      ? "Stripe and the ledger have this payment with different sums. Compare the two, and correct the credit by the difference."
      : `Stripe and the ledger have this ${kind} with different sums or ends. Repair reads it again and posts the rest.`,
} as const;
