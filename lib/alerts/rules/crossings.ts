import type { Nano } from "@/lib/values/money";
import { keyOf, levelOf, type Threshold } from "./threshold";

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

export interface Crossing {
  threshold: Threshold;
  allocationSeq: bigint;
  allocation: Nano;
  level: Nano;
  balance: Nano;
  /** False when credit was added since: it is kept in the books, and nobody is told what is over. */
  isCurrent: boolean;
}

/** What a balance has passed on its way from one point of its chain to another. */
export function crossings(
  thresholds: readonly Threshold[],
  told: Point,
  added: readonly Added[],
  head: Point,
): Crossing[] {
  return stretches(told, added, head).flatMap((stretch) =>
    thresholds.flatMap((threshold) => {
      const { allocationSeq, allocation, from, to } = stretch;
      const level = levelOf(threshold, allocation);
      if (!threshold.isEnabled || level === null || from <= level || to > level) return [];
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
