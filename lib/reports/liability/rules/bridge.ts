import type { Nano } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";
import { figuresOf } from "./figures";
import type { CreditMonth } from "./months";
import { type Worth, worth, worthOf } from "./worth";

/** What leads from use to revenue: the lines come to the earned, in credit and in what it is worth. */
export const BRIDGE = ["used", "promotional", "discount", "aheadBefore", "aheadAfter"] as const;
export type BridgeLine = (typeof BRIDGE)[number];

/** One line: credit, and what it is worth. */
export interface Bridged {
  credits: Nano;
  worth: Worth;
}

/**
 * From the use of all credit in a month, at its value and less what was given back, to the revenue by use: less what promotional credit covered, less
 * what was paid for below its value, plus what the month before had charged for time to come, less what this one has.
 */
export function bridgeOf(month: CreditMonth, creditValue: PicoUsd): Record<BridgeLine | "earned", Bridged> {
  const { pools, ahead, worth: worths } = month;
  const usedOf = ({ moved }: { moved: Readonly<Record<"used" | "returned", bigint>> }) =>
    -(moved.used + moved.returned);
  const [paid, free, owed] = [usedOf(pools.paid), usedOf(pools.free), usedOf(pools.owed)];
  const line = (credits: bigint, dollars?: bigint): Bridged => ({
    credits: credits as Nano,
    worth: dollars === undefined ? worthOf(credits as Nano, null, creditValue) : worth(dollars),
  });
  return {
    used: line(paid + free + owed),
    promotional: line(-free),
    discount: line(0n, usedOf(worths.pools.paid) - line(paid).worth),
    aheadBefore: line(ahead.opening, worths.ahead.opening),
    aheadAfter: line(-ahead.closing, -worths.ahead.closing),
    earned: { credits: figuresOf(month).earned, worth: figuresOf(worths).earned },
  };
}
