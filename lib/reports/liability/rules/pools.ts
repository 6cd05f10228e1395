import { add, max, min, type Nano, sub, ZERO } from "@/lib/values/money";
import type { GrantOrigin } from "@/lib/ledger/types";
import type { PicoUsd } from "@/lib/values/usd";
import { type Price, type Worth, worth, worthOf } from "./worth";

/** Where credit stands: paid and not used yet (deferred revenue), given and not used yet, and owed by customers in negative credit. */
export const POOLS = ["paid", "free", "owed"] as const;
export type Pool = (typeof POOLS)[number];

/**
 * Why credit moves. `elsewhere` is what a platform says was sold, or went back, without a payment that we know of. `returned` is what came back of use that
 * had been charged: unused parts of holds, charges given back.
 */
export const MOVEMENTS = [
  "sold",
  "elsewhere",
  "granted",
  "used",
  "returned",
  "expired",
  "refunded",
  "disputed",
  "corrected",
] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** A month of UTC days: "2026-11". */
export type Month = string;

/** What moved in one grant of an account in a month for one reason. Grant 0 is what the account owes: below zero, and no grant. */
export interface Change {
  accountId: string;
  month: Month;
  no: number;
  movement: Movement;
  amount: Nano;
}

/** A grant, as far as it matters here. */
export interface GrantFacts {
  accountId: string;
  no: number;
  origin: GrantOrigin;
  amount: Nano;
  paid: Nano;
  /** Of the payment behind it; null where there is none. */
  price: Price | null;
  createdAt: Date;
  expiresAt: Date | null;
}

/** What moved in one pool. */
export interface PoolChange extends Change {
  pool: Pool;
  /** Paid credit at what was paid for it, other credit at its value. */
  worth: Worth;
}

/** What is left of a grant, told apart by whether it was paid for. */
export interface OpenGrant extends GrantFacts {
  paidLeft: Nano;
  freeLeft: Nano;
}

/**
 * What moved by pool, and what is left open afterwards, of accounts whose changes come by month. What moves in a grant that was paid for, or given, as a whole
 * is that, in whatever order; of one that was paid in part, the free part burns first. What a grant was paid with is spread over its credit, and what moved is
 * worth what that changed: once all of it is gone, so is its price, to the last digit.
 */
export function splitByPool(
  changes: readonly Change[],
  grants: readonly GrantFacts[],
  creditValue: PicoUsd,
): { changes: PoolChange[]; open: OpenGrant[] } {
  const facts = new Map(grants.map((grant) => [keyOf(grant), grant]));
  const left = new Map<string, Nano>();
  const split = [...changes].sort(byTime).flatMap((change): PoolChange[] => {
    const atValue = (amount: Nano) => worthOf(amount, null, creditValue);
    if (change.no === 0) return [{ ...change, pool: "owed", worth: atValue(change.amount) }];
    const key = keyOf(change);
    const grant = facts.get(key);
    if (!grant) throw new Error(`there is no grant ${key}`);
    const before = left.get(key) ?? ZERO;
    const after = add(before, change.amount);
    left.set(key, after);
    const [paidBefore, paidAfter] = [paidOf(before, grant), paidOf(after, grant)];
    const paid = sub(paidAfter, paidBefore);
    const free = sub(change.amount, paid);
    const atPrice = (amount: Nano) => worthOf(amount, grant.price, creditValue);
    const parts = [
      { ...change, pool: "paid", amount: paid, worth: worth(atPrice(paidAfter) - atPrice(paidBefore)) },
      { ...change, pool: "free", amount: free, worth: atValue(free) },
    ] as const;
    return parts.filter(({ amount }) => amount !== ZERO);
  });
  const open = grants.flatMap((grant): OpenGrant[] => {
    const all = left.get(keyOf(grant)) ?? ZERO;
    const paidLeft = paidOf(all, grant);
    return all === ZERO ? [] : [{ ...grant, paidLeft, freeLeft: sub(all, paidLeft) }];
  });
  return { changes: split, open };
}

function keyOf({ accountId, no }: { accountId: string; no: number }): string {
  return `${accountId} ${no}`;
}

function paidOf(left: Nano, { amount, paid }: GrantFacts): Nano {
  return paid >= amount ? left : max(ZERO, min(left, paid));
}

function byTime(one: Change, other: Change): number {
  return (
    one.month.localeCompare(other.month) ||
    MOVEMENTS.indexOf(one.movement) - MOVEMENTS.indexOf(other.movement)
  );
}
