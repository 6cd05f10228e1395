import { InvalidValue } from "@/lib/values/invalid-value";
import { parseScaled } from "@/lib/values/money";
import { isUtcDay, type UtcDay, utcDay } from "@/lib/values/time";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";

const SCALE = 12;
/** A billion dollars, far above any line of a bill and far below what the database holds. */
const MOST = 10n ** 21n;
/** More than one group, or a decimal point behind: nothing else says that a comma parts thousands. */
const THOUSANDS = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;
const NUMBER = /^(-?)(\d{1,21})?(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * Dollars as bills write them, exact to the pico-dollar: "1,234.50", "$0.0031", "-2", "1.5e-05". What is finer is rounded half away from zero.
 * @throws InvalidValue for anything else, also for "12,345", which is another number in another country
 */
export function readDollars(text: string): PicoUsd {
  const written = text.trim().replace(/^(-?)\$/, "$1");
  if (/^-?\d+,\d+$/.test(written))
    throw new InvalidValue(
      `“${text.slice(0, 40)}” has a comma that parts thousands or decimals: write it with a decimal point`,
    );
  const plain = THOUSANDS.test(written) ? written.replaceAll(",", "") : written;
  const match = NUMBER.exec(plain);
  const [, sign, whole = "", fraction = "", exponent = "0"] = match ?? [];
  if (!match || whole + fraction === "")
    throw new InvalidValue(`“${text.slice(0, 40)}” is no amount of dollars`);
  const decimals = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  const size =
    decimals <= SCALE
      ? digits * 10n ** BigInt(SCALE - decimals)
      : rounded(digits, 10n ** BigInt(decimals - SCALE));
  if (size >= MOST) throw new InvalidValue(`“${text.slice(0, 40)}” is out of range`);
  return picoUsd(sign ? -size : size);
}

function rounded(value: bigint, step: bigint): bigint {
  return (value + step / 2n) / step;
}

/** A whole number of tokens; null for an empty cell. A count with decimals, as FOCUS has, is rounded. @throws InvalidValue for anything else */
export function readCount(text: string): bigint | null {
  if (text.trim() === "") return null;
  const size = readDollars(text);
  if (size < 0n) throw new InvalidValue(`“${text.slice(0, 40)}” is no count`);
  return rounded(size, parseScaled("1", SCALE));
}

/** The UTC day of a day, a time of ISO 8601, or seconds since 1970. @throws InvalidValue for anything else */
export function readDay(text: string): UtcDay {
  const day = text.trim();
  if (isUtcDay(day)) return day;
  const at = /^\d{9,11}$/.test(day) ? new Date(Number(day) * 1_000) : isoOf(day);
  if (!at || Number.isNaN(at.getTime())) throw new InvalidValue(`“${text.slice(0, 40)}” is no day or time`);
  return utcDay(at);
}

// Without a zone it is UTC, whatever the machine's.
function isoOf(text: string): Date | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (!match) return null;
  const [, day, time, zone = "Z"] = match;
  return new Date(`${day}T${time}${zone === "UTC" ? "Z" : zone}`);
}
