import type { AccountBacktest } from "@/lib/metering/drafts/backtest-account";
import { addTo, emptyTally, marginOf, type Tally } from "@/lib/metering/drafts/rules/tally";
import { displayAmount } from "@/lib/values/display/amount";
import { shortUnitName } from "@/lib/values/display/unit";
import { formatCredits, type Nano } from "@/lib/values/money";
import { displayUsd } from "@/lib/values/display/usd";
import { formatUsd } from "@/lib/values/usd";

/** A charge as people read it. */
export function chargeWords(amount: bigint, unit: Tally["unit"], sign: "auto" | "always" = "auto"): string {
  const text = unit === "credit" ? formatCredits(amount as Nano) : amount.toString();
  return `${displayAmount(text, { decimals: unit === "credit" ? 4 : 0, sign })} ${shortUnitName(unit)}`;
}

/** By how much a draft would have charged more; negative for less. */
export function differenceOf({ oldCharge, newCharge }: Tally): bigint {
  return newCharge - oldCharge;
}

/** The gross margin before and after, of what has a recorded cost: "23.1 % → 30.0 %". */
export function marginWords({
  oldWorth,
  newWorth,
  cost,
}: Pick<Tally, "oldWorth" | "newWorth" | "cost">): string {
  if (oldWorth <= 0n && newWorth <= 0n) return percent(null);
  return `${percent(marginOf(oldWorth, cost))} → ${percent(marginOf(newWorth, cost))}`;
}

export function costWords({ cost }: Tally): string {
  return displayUsd(formatUsd(cost));
}

/** Millionths as a percentage with one decimal, rounded half away from zero: to look at, never to compare by. */
export function percent(ppm: bigint | null): string {
  if (ppm === null) return "—";
  const tenths = ((ppm < 0n ? -ppm : ppm) + 500n) / 1_000n;
  return `${ppm < 0n && tenths > 0n ? "−" : ""}${tenths / 10n}.${tenths % 10n} %`;
}

/** An account's credit over all features. */
export function creditOf({ features }: AccountBacktest): Tally {
  const sum = emptyTally("credit");
  for (const { tally } of features) if (tally.unit === "credit") addTo(sum, tally);
  return sum;
}
