/** A reservation, with times in microseconds as the database has them. */
export interface Reservation {
  amount: bigint;
  createdAt: bigint;
  endedAt: bigint | null;
}

/** The balance after a row, and when it was written. In the order of the chain. */
export interface BalanceAt {
  balance: bigint;
  at: bigint;
}

/**
 * How many reservations of a wallet were opened without the credit for them: the balance of the last row before must have covered each together
 * with all that was held then. Rows and holds of a wallet are written under one lock, with one clock; where their times are the same, any balance of
 * that time counts, and an end comes before a beginning.
 */
export function countCrossed(reservations: readonly Reservation[], rows: readonly BalanceAt[]): number {
  // What a reservation holds counts for those that open after it, and not from the moment of its end on.
  const moves = reservations
    .flatMap(({ amount, createdAt, endedAt }) => [
      { from: createdAt + 1n, by: amount },
      ...(endedAt === null ? [] : [{ from: endedAt > createdAt ? endedAt : createdAt + 1n, by: -amount }]),
    ])
    .toSorted((one, other) => compare(one.from, other.from));
  let held = 0n;
  let moved = 0;
  let read = 0;
  let before: bigint | null = null;
  let crossed = 0;
  for (const { amount, createdAt } of reservations.toSorted((a, b) => compare(a.createdAt, b.createdAt))) {
    for (let move = moves[moved]; move && move.from <= createdAt; move = moves[++moved]) held += move.by;
    for (let row = rows[read]; row && row.at < createdAt; row = rows[++read]) before = row.balance;
    let most = before;
    for (let at = read; rows[at]?.at === createdAt; at++)
      if (most === null || (rows[at]?.balance ?? 0n) > most) most = rows[at]?.balance ?? null;
    if ((most ?? 0n) < held + amount) crossed += 1;
  }
  return crossed;
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
