import { roundToSum } from "@/lib/values/display/round-to-sum";
import { formatScaled, type Nano, parseScaled } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";

/** At what the journal has rows of credit that was sold elsewhere: the price of credit, in whole cents that come to what all of them are worth. */
export function elsewhereCents(rows: readonly { amount: Nano }[], creditValue: PicoUsd): bigint[] {
  const worths = rows.map(({ amount }) => formatScaled((amount * creditValue) / 10n ** 12n, 9));
  return roundToSum(worths, 2).map((cents) => parseScaled(cents, 2));
}
