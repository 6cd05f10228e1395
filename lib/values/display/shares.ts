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
  const shares = exact.map((value) => formatScaled((value * HUNDRED) / whole, SCALE));
  // Each lost less than a billionth of a percent: all of them come to a hundred still.
  return roundToSum(shares, 1, "100");
}
