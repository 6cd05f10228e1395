import type { Nano } from "@/lib/values/money";
import { addMonths } from "@/lib/values/time";
import { type Month, type Movement, MOVEMENTS, type Pool, type PoolChange } from "./pools";
import type { Worth } from "./worth";

/** A pool over a month: opening + what moved = closing. */
export interface Flow<Amount> {
  opening: Amount;
  moved: Readonly<Record<Movement, Amount>>;
  closing: Amount;
}

/** All credit over a month. What is owed stands below zero, so that the three closings add up to the balances. */
export interface Flows<Amount> {
  pools: Readonly<Record<Pool, Flow<Amount>>>;
  /** What was charged at its beginning and its end for time to come, of paid and of negative credit: used, and not earned yet. */
  ahead: Readonly<{ opening: Amount; closing: Amount }>;
}

/** A month of credit, and of what it is worth. */
export interface CreditMonth extends Flows<Nano> {
  month: Month;
  worth: Flows<Worth>;
}

/** What was charged at the end of a month for time to come. */
export interface Ahead {
  month: Month;
  amount: Nano;
  worth: Worth;
}

type Moved = Pick<PoolChange, "month" | "pool" | "movement" | "amount" | "worth">;

/** The months from the first that anything moved in to `last`, none left out. */
export function monthsOf(
  changes: readonly Moved[],
  last: Month,
  ahead: readonly Ahead[] = [],
): CreditMonth[] {
  const first = changes.reduce((least, { month }) => (month < least ? month : least), last);
  const [credits, dollars] = [flowsOf(changes, ahead, "amount"), flowsOf(changes, ahead, "worth")];
  const months: CreditMonth[] = [];
  for (let month = first; month <= last; month = monthAfter(month))
    months.push({ month, ...credits(month), worth: dollars(month) });
  return months;
}

/** Tells of one month after the other, each from where the one before ended. */
function flowsOf<Key extends "amount" | "worth">(
  changes: readonly Moved[],
  aheads: readonly Ahead[],
  key: Key,
): (month: Month) => Flows<Moved[Key]> {
  type Amount = Moved[Key];
  const zero = 0n as Amount;
  const plus = (one: Amount, other: Amount) => (one + other) as Amount;
  const sums = new Map<string, Amount>();
  const count = (name: string, amount: Amount) => sums.set(name, plus(sums.get(name) ?? zero, amount));
  for (const change of changes) count(`${change.month} ${change.pool} ${change.movement}`, change[key]);
  for (const each of aheads) count(`${each.month} ahead`, each[key] as Amount);
  const closing: Record<Pool, Amount> = { paid: zero, free: zero, owed: zero };
  return (month) => {
    const move = (pool: Pool): Flow<Amount> => {
      const amountOf = (movement: Movement) => sums.get(`${month} ${pool} ${movement}`) ?? zero;
      const opening = closing[pool];
      closing[pool] = MOVEMENTS.reduce((sum, movement) => plus(sum, amountOf(movement)), opening);
      return { opening, moved: byMovement(amountOf), closing: closing[pool] };
    };
    const aheadAt = (end: Month) => sums.get(`${end} ahead`) ?? zero;
    return {
      pools: { paid: move("paid"), free: move("free"), owed: move("owed") },
      ahead: { opening: aheadAt(monthBefore(month)), closing: aheadAt(month) },
    };
  };
}

/** A record of all movements. */
export function byMovement<T>(of: (movement: Movement) => T): Record<Movement, T> {
  return Object.fromEntries(MOVEMENTS.map((movement) => [movement, of(movement)])) as Record<Movement, T>;
}

/** "2026-12" after "2026-11". */
export function monthAfter(month: Month): Month {
  return addMonths(`${month}-01`, 1).slice(0, 7);
}

/** The month before. */
export function monthBefore(month: Month): Month {
  return addMonths(`${month}-01`, -1).slice(0, 7);
}

/** The moment when a month is over. */
export function endOfMonth(month: Month): Date {
  return new Date(`${monthAfter(month)}-01T00:00:00.000Z`);
}
