import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { parseScaled } from "@/lib/values/money";

/** One value of one series at one place of the axis, as a decimal string. */
export interface Datum {
  at: string;
  series: string;
  value: string;
  /** The same in the period before, where one is compared with. */
  before?: string;
}

/** A chart colour: 1 to 8 of any series, more of usage alone; a shade of one; or the greys of what is summed and of what named none. */
export type Hue = number | `${number}-${number}` | "other" | "none";

export interface Series {
  key: string;
  label: string;
  hue: Hue;
  total: string;
  /** The total as it is written, where other pages write it too; else totals are rounded so that they add up. */
  shown?: string;
}

export interface Stack {
  at: string;
  /** By series key. */
  values: Record<string, string>;
  total: string;
  /** The total as it is written, where a table beside the chart writes it too. */
  shown?: string | undefined;
  /** The period before, by series key. */
  before: Record<string, string>;
}

const TOP = 8;
const OTHER = "\u0000other";
/** The key of what named none: of usage without a model, a member, a project. */
const NONE = "";

export interface SeriesLook {
  /** How a series is called. */
  nameOf?: (key: string) => string;
  /** The colours that are a series' own wherever it stands, the first that is free; the others' come from their names. */
  huesOf?: (key: string) => readonly Hue[];
  /** How totals are written, where other pages write them too; else they are rounded so that they add up. */
  shown?: ReadonlyMap<string, string> | undefined;
}

/**
 * The eight greatest series by their total, in the order of their ranks, then the rest as one, and last what named none; a stack for each place, empty ones too.
 */
export function rankSeries(
  data: readonly Datum[],
  places: readonly string[],
  { nameOf = (key) => key, huesOf: ownHuesOf, shown }: SeriesLook = {},
): { series: Required<Series>[]; stacks: Stack[] } {
  const totals = new Map<string, string[]>();
  for (const { series, value } of data) {
    const known = totals.get(series);
    if (known) known.push(value);
    else totals.set(series, [value]);
  }
  const ranked = [...totals].map(([key, values]) => ({ key, total: sumOf(values) })).sort(byTotal);
  const rounded = roundToSum(ranked.map(({ total }) => total));
  const written = new Map(ranked.map(({ key, total }, at) => [key, shown?.get(key) ?? rounded[at] ?? total]));
  const named = ranked.filter(({ key }) => key !== NONE);
  const none = ranked.filter(({ key }) => key === NONE);
  const greatest = named.slice(0, TOP);
  const hues = huesOf(
    greatest.map(({ key }) => key),
    ownHuesOf,
  );
  const one = (key: string, total: string, hue: Series["hue"]) => ({
    key,
    label: nameOf(key),
    hue,
    total,
    shown: written.get(key) ?? total,
  });
  const top = [
    ...greatest.map(({ key, total }) => one(key, total, hues.get(key) ?? "other")),
    ...none.map(({ key, total }) => one(key, total, "none")),
  ];
  const rest = named.slice(TOP);
  const other = {
    key: OTHER,
    label: `Other (${rest.length})`,
    hue: "other" as const,
    total: sumOf(rest.map(({ total }) => total)),
    shown: sumOf(rest.map(({ key }) => written.get(key) ?? "0")),
  };
  const series = rest.length > 0 ? top.toSpliced(greatest.length, 0, other) : top;
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
 * A colour for each of at most eight keys, no two alike. Those that have one of their own get it; the others' comes from the name and not from the rank: whoever
 * looks at another month, or at the same models on another page, finds them in the colours that they had. Of two names that want one colour the later takes the
 * next free one.
 */
function huesOf(keys: readonly string[], ownHuesOf?: SeriesLook["huesOf"]): ReadonlyMap<string, Hue> {
  const taken = new Map<Hue, string>();
  const wanting: string[] = [];
  for (const key of keys.toSorted()) {
    const own = ownHuesOf?.(key).find((hue) => !taken.has(hue));
    if (own === undefined) wanting.push(key);
    else taken.set(own, key);
  }
  const late: string[] = [];
  for (const key of wanting)
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
