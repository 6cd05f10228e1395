import { formatScaled, parseScaled } from "../money";
import { roundToSum } from "./round-to-sum";

const SCALE = 9;
const HUNDRED = 100n * 10n ** BigInt(SCALE);

/**
 * What each amount is of all of them, in percent with one decimal, so that what is shown adds up to 100; by the amounts alone, whatever their order. Of nothing
 * nothing is a share.
 */
export function sharesOf(amounts: readonly string[]): string[] {
  const exact = amounts.map((amount) => parseScaled(amount, SCALE));
  const whole = exact.reduce((sum, value) => sum + value, 0n);
  if (whole <= 0n) return amounts.map(() => "0");
  // The largest first: two that lose alike are told apart by what they are, and not by where they stand.
  const places = exact.map((_, place) => place);
  places.sort((one, other) => compare(exact[other] ?? 0n, exact[one] ?? 0n) || one - other);
  const shares = places.map((place) => formatScaled(((exact[place] ?? 0n) * HUNDRED) / whole, SCALE));
  // Each lost less than a billionth of a percent: all of them come to a hundred still.
  const rounded = roundToSum(shares, 1, "100");
  const shown = exact.map(() => "0");
  places.forEach((place, at) => (shown[place] = rounded[at] ?? "0"));
  return shown;
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
