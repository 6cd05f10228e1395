import { add, type Nano, ZERO } from "@/lib/values/money";
import { addMonths } from "@/lib/values/time";
import { type Month, type Movement, MOVEMENTS, type Pool } from "./pools";

/** A pool over a month: opening + what moved = closing. */
export interface PoolMonth {
  opening: Nano;
  moved: Readonly<Record<Movement, Nano>>;
  closing: Nano;
}

/** A month of all credit. What is owed stands below zero, so that the three closings add up to the balances. */
export interface CreditMonth {
  month: Month;
  pools: Readonly<Record<Pool, PoolMonth>>;
}

/** The months from the first that anything moved in to `last`, none left out. */
export function monthsOf(
  changes: readonly { month: Month; pool: Pool; movement: Movement; amount: Nano }[],
  last: Month,
): CreditMonth[] {
  const sums = new Map<string, Nano>();
  for (const { month, pool, movement, amount } of changes) {
    const key = `${month} ${pool} ${movement}`;
    sums.set(key, add(sums.get(key) ?? ZERO, amount));
  }
  const first = changes.reduce((least, { month }) => (month < least ? month : least), last);
  const months: CreditMonth[] = [];
  const closing: Record<Pool, Nano> = { paid: ZERO, free: ZERO, owed: ZERO };
  for (let month = first; month <= last; month = monthAfter(month)) {
    const move = (pool: Pool): PoolMonth => {
      const amountOf = (movement: Movement) => sums.get(`${month} ${pool} ${movement}`) ?? ZERO;
      const opening = closing[pool];
      closing[pool] = MOVEMENTS.reduce((sum, movement) => add(sum, amountOf(movement)), opening);
      return { opening, moved: byMovement(amountOf), closing: closing[pool] };
    };
    months.push({ month, pools: { paid: move("paid"), free: move("free"), owed: move("owed") } });
  }
  return months;
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
