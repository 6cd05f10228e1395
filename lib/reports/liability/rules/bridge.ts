import type { Nano } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";
import { figuresOf } from "./figures";
import type { CreditMonth } from "./months";
import { type Worth, worth, worthOf } from "./worth";

/** What leads from use to revenue: the lines come to the earned, in credit and in what it is worth. */
export const BRIDGE = ["counted", "beyond", "promotional", "discount", "aheadBefore", "aheadAfter"] as const;
export type BridgeLine = (typeof BRIDGE)[number];

/** One line: credit, and what it is worth. */
export interface Bridged {
  credits: Nano;
  worth: Worth;
}

/** A month as the margins have it: use on the day of its call, a cycle once it is over, each at what credit was worth that day. */
export interface Counted {
  charge: Nano;
  revenue: PicoUsd;
}

// A pico-dollar in the unit of what credit is worth.
const PER_PICO = 10n ** 9n;

/**
 * From the use of all credit in a month, at its value and less what was given back, to the revenue by use: less what promotional credit covered, less
 * what was paid for below its value, plus what the month before had charged for time to come, less what this one has. The use is what the margins have, and
 * what was charged beyond it; where they have nothing of the month, it is one sum.
 */
export function bridgeOf(
  month: CreditMonth,
  creditValue: PicoUsd,
  margins: Counted | null,
): Record<BridgeLine | "earned", Bridged> {
  const { pools, ahead, worth: worths } = month;
  const usedOf = ({ moved }: { moved: Readonly<Record<"used" | "returned", bigint>> }) =>
    -(moved.used + moved.returned);
  const [paid, free, owed] = [usedOf(pools.paid), usedOf(pools.free), usedOf(pools.owed)];
  const line = (credits: bigint, dollars?: bigint): Bridged => ({
    credits: credits as Nano,
    worth: dollars === undefined ? worthOf(credits as Nano, null, creditValue) : worth(dollars),
  });
  const used = line(paid + free + owed);
  const counted = margins ? line(margins.charge, margins.revenue * PER_PICO) : used;
  return {
    counted,
    beyond: line(used.credits - counted.credits, used.worth - counted.worth),
    promotional: line(-free),
    discount: line(0n, usedOf(worths.pools.paid) - line(paid).worth),
    aheadBefore: line(ahead.opening, worths.ahead.opening),
    aheadAfter: line(-ahead.closing, -worths.ahead.closing),
    earned: { credits: figuresOf(month).earned, worth: figuresOf(worths).earned },
  };
}
