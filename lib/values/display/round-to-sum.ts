import { formatScaled, parseScaled } from "../money";

const SCALE = 9;

/**
 * Rounds amounts so that what is shown adds up to the total as it is shown: each is rounded down, then those that lost
 * most are rounded up instead. No amount moves by more than one unit of its last decimal. Decimal strings, in order.
 * @param shown what they have to come to, where that stands elsewhere: less than one unit from their sum, and with as many decimals
 */
export function roundToSum(amounts: readonly string[], decimals = 4, shown?: string): string[] {
  const step = 10n ** BigInt(SCALE - decimals);
  const exact = amounts.map((amount) => parseScaled(amount, SCALE));
  const floors = exact.map((value) => floorDiv(value, step));
  const sum = exact.reduce((all, value) => all + value, 0n);
  const total = shown === undefined ? roundDiv(sum, step) : parseScaled(shown, SCALE) / step;
  let missing = total - floors.reduce((all, value) => all + value, 0n);
  const byLoss = exact
    .map((value, index) => ({ index, loss: value - (floors[index] ?? 0n) * step }))
    .sort((a, b) => (a.loss === b.loss ? a.index - b.index : a.loss > b.loss ? -1 : 1));
  for (const { index, loss } of byLoss) {
    if (missing <= 0n) break;
    if (loss > 0n) {
      floors[index] = (floors[index] ?? 0n) + 1n;
      missing -= 1n;
    }
  }
  return floors.map((value) => formatScaled(value * step, SCALE));
}

/**
 * Rounds what leads from one amount to another so that the way can be followed with a finger: both ends are rounded as everywhere else, and
 * what moved comes to what lies between them. Decimal strings.
 */
export function roundWay(from: string, moved: readonly string[], decimals = 4): string[] {
  const rounded = (end: string) => parseScaled(roundToSum([end], decimals)[0] ?? "0", SCALE);
  const between = rounded(sumOf([from, ...moved])) - rounded(from);
  return roundToSum(moved, decimals, formatScaled(between, SCALE));
}

/** The exact sum of decimal strings. */
export function sumOf(amounts: readonly string[]): string {
  return formatScaled(
    amounts.reduce((sum, amount) => sum + parseScaled(amount, SCALE), 0n),
    SCALE,
  );
}

function floorDiv(value: bigint, step: bigint): bigint {
  const quotient = value / step;
  return value < 0n && value % step !== 0n ? quotient - 1n : quotient;
}

function roundDiv(value: bigint, step: bigint): bigint {
  return value < 0n ? -((-value + step / 2n) / step) : (value + step / 2n) / step;
}
