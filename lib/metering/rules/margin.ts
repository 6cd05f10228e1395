import { type Nano } from "@/lib/values/money";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";

/** What calls of one kind were charged and what they cost, under one rate card. */
export interface Spend {
  charge: Nano;
  cost: PicoUsd;
  creditValue: PicoUsd;
  /** What the card asks for beyond cost: 1300000 is cost × 1.3; 1000000 where it has a fixed price. */
  markupPpm: bigint;
}

/** Revenue against real cost. */
export interface Margin {
  /** Rounded down to 10⁻¹² USD: no margin is made by rounding. */
  revenue: PicoUsd;
  cost: PicoUsd;
  /** What the revenue had to be: the cost with its markup, rounded up. */
  required: PicoUsd;
  /** Revenue over cost, in millionths, rounded down; null when there was no cost. */
  markupPpm: bigint | null;
  /** The gross margin, (revenue − cost) ÷ revenue, in millionths, rounded down; null when there was no revenue. */
  marginPpm: bigint | null;
  isBelow: boolean;
}

const MILLION = 1_000_000n;
const NANO = 1_000_000_000n;

/** The realised margin of all of them together, compared exactly and only then rounded. */
export function marginOf(spends: readonly Spend[]): Margin {
  // In 10⁻²⁷ USD.
  let revenue = 0n;
  let required = 0n;
  let cost = 0n;
  for (const spend of spends) {
    revenue += spend.charge * spend.creditValue * MILLION;
    required += spend.cost * spend.markupPpm * NANO;
    cost += spend.cost;
  }
  const scale = NANO * MILLION;
  const exactCost = cost * scale;
  return {
    revenue: picoUsd(revenue / scale),
    cost: picoUsd(cost),
    required: picoUsd((required + scale - 1n) / scale),
    markupPpm: exactCost > 0n ? (revenue * MILLION) / exactCost : null,
    marginPpm: revenue > 0n ? floorDiv((revenue - exactCost) * MILLION, revenue) : null,
    isBelow: revenue < required,
  };
}

function floorDiv(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
