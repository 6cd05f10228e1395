import { add, max, min, type Nano, sub, ZERO } from "@/lib/values/money";
import type { Lot } from "../types";

/** What a row took beyond all grants, and what was owed before it, which is paid off first. */
export interface Debt {
  seq: bigint;
  owed: Nano;
  owedBefore: Nano;
}

/** A row that paid debt off: with the grant that it made, or null where it only gave back what another row had taken. */
export interface Payoff {
  seq: bigint;
  amount: Nano;
  no: number | null;
}

/** A part of what rows took, and the grant that it came out of; null where that was credit which another row had given back. */
export interface Part {
  no: number | null;
  amount: Nano;
}

/** A grant, and what of it is neither there nor expired: so much can come back into it. `used` leaves out what went back as money. */
export interface Room extends Omit<Lot, "remaining"> {
  room: Nano;
  used: Nano;
}

/**
 * Who paid off what some rows owed, the last payment first. Debts are paid in the order in which they were made, by every row that adds credit to a wallet
 * below zero. Both are in the order of the chain; payments begin behind the first debt.
 */
export function paidOff(debts: readonly Debt[], payoffs: readonly Payoff[]): Part[] {
  // All debts since the first one, and all that paid them, lie along one line.
  const paid = alongTheLine(payoffs);
  const parts: Part[] = [];
  let [before, at] = [0, 0];
  for (const { seq, owed, owedBefore } of debts) {
    while (before < paid.length && paid[before]!.seq < seq) before += 1;
    const from = add(paid[before - 1]?.to ?? ZERO, owedBefore);
    const to = add(from, owed);
    while (at < paid.length && paid[at]!.to <= from) at += 1;
    for (let each = at; each < paid.length && paid[each]!.from < to; each += 1) {
      const payoff = paid[each]!;
      parts.push({ no: payoff.no, amount: sub(min(payoff.to, to), max(payoff.from, from)) });
    }
  }
  return byGrant(parts.toReversed());
}

function alongTheLine(payoffs: readonly Payoff[]) {
  let to = ZERO;
  return payoffs.map(({ seq, no, amount }) => {
    const from = to;
    to = add(to, amount);
    return { seq, no, from, to };
  });
}

/** What a refund of some rows puts back: `parts` of grants, the last taken first. */
export interface Facts {
  parts: readonly Part[];
  /** Those grants. */
  rooms: ReadonlyMap<number, Room>;
}

/**
 * Where a refund puts credit back: what was taken last comes back first, so that paid credit stays paid and what expires expires. No grant gets more than
 * what is gone of it. `missing` is what has no place there: it was paid with credit that another row gave back, or somebody else has had it.
 */
export function restoresOf({ parts, rooms }: Facts): { lots: Lot[]; missing: Nano } {
  const lots: Lot[] = [];
  let missing = ZERO;
  for (const { no, amount } of byGrant(parts)) {
    const of = no === null ? undefined : rooms.get(no);
    const fits = of ? min(amount, of.room) : ZERO;
    if (of && fits > ZERO) lots.push(lotOf(of, fits));
    missing = add(missing, sub(amount, fits));
  }
  return { lots, missing };
}

/** What has no place among the grants that it was taken from, and where it may have one. */
export interface Homeless {
  missing: Nano;
  others: readonly Room[];
  /** What of the money that went back of `others` has come back since, and paid debt: it was used, and no grant says so. */
  returned: Nano;
}

/**
 * The places for what is missing: a charge that was given back left its grants as used as they were, in the name of whoever's debt it paid. So it goes into
 * what was used of `others`, in their order, besides what goes there already: paid credit never becomes free because it went through a debt.
 */
export function placesFor({ missing, others, returned }: Homeless, lots: readonly Lot[]): Lot[] {
  const places = [...lots];
  let left = missing;
  const fill = (each: Room, room: Nano, most: Nano): Nano => {
    const taken = places.reduce(
      (sum, { no, remaining }) => (no === each.no ? add(sum, remaining) : sum),
      ZERO,
    );
    const fits = min(max(ZERO, sub(room, taken)), min(left, most));
    if (fits > ZERO) places.push(lotOf(each, fits));
    left = sub(left, fits);
    return fits;
  };
  for (const each of others) fill(each, min(each.used, each.room), left);
  let rest = returned;
  for (const each of others) rest = sub(rest, fill(each, each.room, rest));
  return places;
}

function lotOf({ no, paid, expiresAt }: Room, remaining: Nano): Lot {
  return { no, remaining, paid, expiresAt };
}

/** One part for each grant, where it comes first. */
function byGrant(parts: readonly Part[]): Part[] {
  const sums = new Map<number | null, Nano>();
  for (const { no, amount } of parts) sums.set(no, add(sums.get(no) ?? ZERO, amount));
  return [...sums].map(([no, amount]) => ({ no, amount }));
}
