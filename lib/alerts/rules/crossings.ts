import type { Nano } from "@/lib/values/money";
import { keyOf, levelOf, type Mark, type Threshold } from "./threshold";

/** A wallet at one row of its chain. */
export interface Point {
  seq: bigint;
  balance: Nano;
  /** The balance right after credit was last added, and the row that added it. */
  allocation: Nano;
  allocationSeq: bigint;
}

/** A row that added credit, and so began another allocation. */
export interface Added {
  seq: bigint;
  balanceBefore: Nano;
  balanceAfter: Nano;
}

/** How a balance went during one allocation: where it began, or was last looked at, and where it came to. */
interface Stretch {
  allocationSeq: bigint;
  allocation: Nano;
  from: Nano;
  to: Nano;
}

/** A level that a balance has come down to. */
export interface Passage<M extends Mark = Mark> {
  threshold: M;
  allocationSeq: bigint;
  allocation: Nano;
  level: Nano;
  balance: Nano;
  /** False when credit was added since: it is kept in the books, and nobody is told what is over. */
  isCurrent: boolean;
}

export type Crossing = Passage<Threshold>;

/** What a balance has passed on its way from one point of its chain to another, of the thresholds that are in force. */
export function crossings(
  thresholds: readonly Threshold[],
  told: Point,
  added: readonly Added[],
  head: Point,
): Crossing[] {
  return passages(
    thresholds.filter(({ isEnabled }) => isEnabled),
    told,
    added,
    head,
  );
}

/** The same of any marks. */
export function passages<M extends Mark>(
  marks: readonly M[],
  told: Point,
  added: readonly Added[],
  head: Point,
): Passage<M>[] {
  return stretches(told, added, head).flatMap((stretch) =>
    marks.flatMap((threshold) => {
      const { allocationSeq, allocation, from, to } = stretch;
      const level = levelOf(threshold, allocation);
      if (level === null || from <= level || to > level) return [];
      const isCurrent = allocationSeq === head.allocationSeq;
      return [{ threshold, allocationSeq, allocation, level, balance: to, isCurrent }];
    }),
  );
}

function stretches(told: Point, added: readonly Added[], head: Point): Stretch[] {
  const { allocationSeq, allocation, balance } = told;
  const begins = [
    { allocationSeq, allocation, from: balance },
    ...added.map(({ seq, balanceAfter }) => ({
      allocationSeq: seq,
      allocation: balanceAfter,
      from: balanceAfter,
    })),
  ];
  return begins.map((begin, index) => ({ ...begin, to: added[index]?.balanceBefore ?? head.balance }));
}

/** The name under which a crossing is in the books, within its wallet. */
export function crossingKey({ threshold, allocationSeq }: Crossing): string {
  return `${keyOf(threshold)} ${allocationSeq}`;
}
