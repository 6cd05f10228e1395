import { formatScaled, parseScaled } from "../money";
import { displayAmount } from "./amount";

const SCALE = 9;
const TENTH = 10n ** BigInt(SCALE - 1);
const ALL = 1_000n;

interface PercentStyle {
  /** What it is a share of, as decimal strings, where the percentage has been rounded: by these it is told whether it is really nothing or all. */
  of?: readonly [part: string, whole: string];
  /** Always with its decimal, to stand on decimal points. */
  fixed?: boolean;
}

/**
 * A share that was worked out already, with one decimal at the most: 12.5 is "12.5 %", 77.35 "77.4 %". Halves go to the even tenth, so that what is used and
 * what is left still are a hundred together. Nothing and all are said of nothing and all only: 0.04 is "<0.1 %", 99.96 ">99.9 %". What is more than all says by how
 * much: "188.9 %", or ">100 %".
 */
export function displayPercent(percent: number | string, { of, fixed = false }: PercentStyle = {}): string {
  const exact = parseScaled(String(percent), SCALE);
  const [part, whole] = of ? of.map((amount) => parseScaled(amount, SCALE)) : [exact, ALL * TENTH];
  const tenths = halfEven(exact, TENTH);
  const shown = (value: bigint, hasDecimal: boolean) =>
    `${displayAmount(formatScaled(value, 1), { decimals: 1, fixed: hasDecimal })} %`;
  if (tenths <= 0n) return part !== undefined && part > 0n ? `<${shown(1n, true)}` : "0 %";
  if (tenths < ALL) return shown(tenths, fixed);
  if (part === undefined || whole === undefined || part === whole) return "100 %";
  if (part < whole) return `>${shown(ALL - 1n, true)}`;
  return tenths > ALL ? shown(tenths, fixed) : ">100 %";
}

/**
 * A share in percent as programs read it: rounded to two decimals, halves to the even one, so that what is used and what is left are a hundred together. 0 and 100
 * are said of nothing and of all only: any part is 0.01 at the least, and 99.99 at the most while something is missing. More than all is more than 100: 188.9.
 */
export function percentOf(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0;
  if (part === whole) return 100;
  const hundredths = halfEven(part * 10_000n, whole);
  const [least, most] = part < whole ? [1n, 9_999n] : [10_001n, hundredths];
  return Number(hundredths < least ? least : hundredths > most ? most : hundredths) / 100;
}

function halfEven(value: bigint, unit: bigint): bigint {
  const down = value / unit;
  const rest = (value % unit) * 2n;
  return rest > unit || (rest === unit && down % 2n === 1n) ? down + 1n : down;
}
