import { add, type Nano } from "@/lib/values/money";
import type { UtcDay } from "@/lib/values/time";

/** A row of the ledger, as far as a balance goes. */
export interface Move {
  day: UtcDay;
  amount: Nano;
}

export interface RehearsedSettings {
  threshold: Nano;
  credits: Nano;
  priceCents: bigint;
  monthlyCapCents: bigint | null;
}

/** What would have happened: a charge a line, and whether the cap would have been in the way. */
export interface Rehearsal {
  charges: { day: UtcDay; balance: Nano }[];
  totalCents: bigint;
  /** The first day on which the cap would have kept it from charging; null if it never would have. */
  cappedOn: UtcDay | null;
}

/**
 * Plays settings over what really happened, row by row, as `decide` would have: below the threshold the card is charged,
 * again and again until the balance is there or the month's cap is reached. What people bought themselves at the time
 * stays as it was.
 */
export function rehearse(
  opening: Nano,
  moves: readonly Move[],
  { threshold, credits, priceCents, monthlyCapCents }: RehearsedSettings,
): Rehearsal {
  const charges: Rehearsal["charges"] = [];
  let balance = opening;
  let month = "";
  let spentCents = 0n;
  let cappedOn: UtcDay | null = null;
  for (const { day, amount } of moves) {
    if (!day.startsWith(month) || month === "") {
      month = day.slice(0, 7);
      spentCents = 0n;
    }
    balance = add(balance, amount);
    while (balance < threshold) {
      if (monthlyCapCents !== null && spentCents + priceCents > monthlyCapCents) {
        cappedOn ??= day;
        break;
      }
      charges.push({ day, balance });
      spentCents += priceCents;
      balance = add(balance, credits);
    }
  }
  return { charges, totalCents: priceCents * BigInt(charges.length), cappedOn };
}
