import { sumOf } from "@/lib/values/display/round-to-sum";
import { parseScaled } from "@/lib/values/money";

/** One value of one series at one place of the axis, as a decimal string. */
export interface Datum {
  at: string;
  series: string;
  value: string;
  /** The same in the period before, where one is compared with. */
  before?: string;
}

export interface Series {
  key: string;
  label: string;
  /** 1 to 8, or "other": which chart colour it has. */
  hue: number | "other";
  total: string;
}

export interface Stack {
  at: string;
  /** By series key. */
  values: Record<string, string>;
  total: string;
  /** The period before, by series key. */
  before: Record<string, string>;
}

const TOP = 8;
const OTHER = "\u0000other";

/**
 * The eight greatest series by their total, in the order of their ranks, and the rest as one; a stack for each place, empty ones too.
 * `nameOf` says how a series is called.
 */
export function rankSeries(
  data: readonly Datum[],
  places: readonly string[],
  nameOf = (key: string) => key,
): { series: Series[]; stacks: Stack[] } {
  const totals = new Map<string, string[]>();
  for (const { series, value } of data) {
    const known = totals.get(series);
    if (known) known.push(value);
    else totals.set(series, [value]);
  }
  const ranked = [...totals].map(([key, values]) => ({ key, total: sumOf(values) })).sort(byTotal);
  const greatest = ranked.slice(0, TOP);
  const hues = huesOf(greatest.map(({ key }) => key));
  const top: Series[] = greatest.map(({ key, total }) => ({
    key,
    label: nameOf(key),
    hue: hues.get(key) ?? "other",
    total,
  }));
  const rest = ranked.slice(TOP);
  const other: Series = {
    key: OTHER,
    label: `Other (${rest.length})`,
    hue: "other",
    total: sumOf(rest.map(({ total }) => total)),
  };
  const series = rest.length > 0 ? [...top, other] : top;
  const known = new Set(top.map(({ key }) => key));
  const byPlace = new Map(places.map((at) => [at, { now: new Parts(), before: new Parts() }]));
  for (const datum of data) {
    const key = known.has(datum.series) ? datum.series : OTHER;
    const place = byPlace.get(datum.at);
    place?.now.add(key, datum.value);
    if (datum.before !== undefined) place?.before.add(key, datum.before);
  }
  const stacks = [...byPlace].map(([at, { now, before }]) => {
    const values = now.sums();
    return { at, values, total: sumOf(Object.values(values)), before: before.sums() };
  });
  return { series, stacks };
}

/**
 * A colour for each of at most eight keys, no two alike. It comes from the name and not from the rank: whoever looks at another month, or at the same models on
 * another page, finds them in the colours that they had. Of two names that want one colour the later takes the next free one.
 */
function huesOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const taken = new Map<number, string>();
  const late: string[] = [];
  for (const key of keys.toSorted())
    if (taken.has(wantedHue(key))) late.push(key);
    else taken.set(wantedHue(key), key);
  for (const key of late) {
    let hue = wantedHue(key);
    while (taken.has(hue)) hue = (hue % TOP) + 1;
    taken.set(hue, key);
  }
  return new Map([...taken].map(([hue, key]) => [key, hue]));
}

// FNV-1a with a last mixing: names that begin alike want different colours.
function wantedHue(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (Math.imul(hash ^ (hash >>> 16), 0x045d9f3b) >>> 29) + 1;
}

/** What belongs to each series at one place. */
class Parts {
  private readonly parts = new Map<string, string[]>();

  add(key: string, value: string): void {
    const known = this.parts.get(key);
    if (known) known.push(value);
    else this.parts.set(key, [value]);
  }

  sums(): Record<string, string> {
    return Object.fromEntries([...this.parts].map(([key, values]) => [key, sumOf(values)]));
  }
}

function byTotal(left: { key: string; total: string }, right: { key: string; total: string }): number {
  const difference = parseScaled(right.total, 9) - parseScaled(left.total, 9);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return left.key < right.key ? -1 : 1;
}
