import { add, max, min, type Nano, negate, sub, ZERO } from "@/lib/values/money";
import type { Lot, LotChange } from "../types";

/** Lots and what moved in them. */
export interface LotsMoved {
  lots: readonly Lot[];
  changes: readonly LotChange[];
}

/** Burn-down order: soonest expiry first, then bonus before paid, then oldest. */
export function byBurnOrder(left: Lot, right: Lot): number {
  const expiry = (left.expiresAt?.getTime() ?? Infinity) - (right.expiresAt?.getTime() ?? Infinity);
  if (expiry < 0 || expiry > 0) return expiry;
  return Number(left.paid) - Number(right.paid) || left.no - right.no;
}

/**
 * Takes an amount out of the lots in burn-down order, `first` before all others. What the lots do not cover is debt:
 * the balance goes below zero, and no lot does.
 */
export function burn(lots: readonly Lot[], amount: Nano, first?: number): LotsMoved {
  const order =
    first === undefined ? lots : [...lots].sort((a, b) => Number(b.no === first) - Number(a.no === first));
  const taken = new Map<number, Nano>();
  let rest = amount;
  for (const lot of order) {
    if (rest === ZERO) break;
    const part = min(lot.remaining, rest);
    taken.set(lot.no, part);
    rest = sub(rest, part);
  }
  return {
    lots: lots.flatMap((lot) => {
      const remaining = sub(lot.remaining, taken.get(lot.no) ?? ZERO);
      return remaining === ZERO ? [] : [{ ...lot, remaining }];
    }),
    changes: [...taken].map(([no, part]) => [no, negate(part)] as const),
  };
}

/** Puts an amount into one lot, opening it if need be. */
function fill(lots: readonly Lot[], lot: Lot): readonly Lot[] {
  const open = lots.find(({ no }) => no === lot.no);
  if (open)
    return lots.map((each) =>
      each === open ? { ...each, remaining: add(each.remaining, lot.remaining) } : each,
    );
  return [...lots, lot].sort(byBurnOrder);
}

/**
 * Adds credit: debt is paid first, then the lots it came from are filled up again (`restores`), and what is left becomes
 * the `fresh` lot.
 */
export function addCredit(
  lots: readonly Lot[],
  balanceBefore: Nano,
  amount: Nano,
  restores: readonly Lot[],
  fresh: Omit<Lot, "remaining">,
): LotsMoved {
  let rest = sub(amount, min(max(ZERO, negate(balanceBefore)), amount));
  let filled = lots;
  const changes: LotChange[] = [];
  const take = (lot: Lot) => {
    if (lot.remaining === ZERO) return;
    filled = fill(filled, lot);
    changes.push([lot.no, lot.remaining]);
    rest = sub(rest, lot.remaining);
  };
  for (const lot of restores) take({ ...lot, remaining: min(lot.remaining, rest) });
  take({ ...fresh, remaining: rest });
  return { lots: filled, changes };
}
