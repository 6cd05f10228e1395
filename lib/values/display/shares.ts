import { formatScaled, parseScaled } from "../money";
import { roundToSum } from "./round-to-sum";

const SCALE = 9;
const HUNDRED = 100n * 10n ** BigInt(SCALE);

/** What each amount is of all of them, in percent with one decimal, so that what is shown adds up to 100. Of nothing nothing is a share. */
export function sharesOf(amounts: readonly string[]): string[] {
  const exact = amounts.map((amount) => parseScaled(amount, SCALE));
  const whole = exact.reduce((sum, value) => sum + value, 0n);
  if (whole <= 0n) return amounts.map(() => "0");
  let passed = 0n;
  let before = 0n;
  // From the running total, so that no part of the hundred is lost between two amounts.
  const shares = exact.map((value) => {
    passed += value;
    const upTo = (passed * HUNDRED) / whole;
    const share = upTo - before;
    before = upTo;
    return formatScaled(share, SCALE);
  });
  return roundToSum(shares, 1);
}
