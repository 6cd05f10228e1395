import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { sharesOf } from "@/lib/values/display/shares";
import { parseScaled } from "@/lib/values/money";
import { isCalled } from "./categories";

/** The last decimal that is shown. */
const STEP_NANO = 100_000n;

/** What one group of usage was charged, ECU as decimal strings: for calls, and for what is metered by time. */
export interface ChargedGroup {
  key: string;
  called: string;
  byTime: string;
}

/** How a group's charge is written, and what it is of all charges in percent. */
export interface ShownGroup {
  called: string;
  byTime: string;
  all: string;
  share: string;
}

/** How the charges of some days are written. */
export interface ShownCharges {
  total: string;
  called: string;
  byTime: string;
  groups: ReadonlyMap<string, ShownGroup>;
}

/**
 * The one way to round charges of usage, so that one figure reads the same on every page and every list adds up: the total of the days is rounded by itself; calls
 * and what is metered by time come to it; and the groups of each of the two come to theirs. All groups of the dimension must be given, also those that a page
 * sums as others: what a group is rounded to depends on nothing but what was charged, not on the order in which groups come or on how many are named.
 * @param within how calls and what is metered by time are written on the page that leads here, where these groups are one of that page's
 */
export function shownCharges(
  groups: readonly ChargedGroup[],
  within?: Pick<ShownGroup, "called" | "byTime">,
): ShownCharges {
  const exact = [sumOf(groups.map((group) => group.called)), sumOf(groups.map((group) => group.byTime))];
  const [called = "0", byTime = "0"] =
    within && isNear(within.called, exact[0]) && isNear(within.byTime, exact[1])
      ? [within.called, within.byTime]
      : roundToSum(exact);
  const calledShown = rounded(groups, (group) => group.called, called);
  const byTimeShown = rounded(groups, (group) => group.byTime, byTime);
  const allOf = (group: ChargedGroup) => sumOf([group.called, group.byTime]);
  const ranked = bySize(groups, allOf);
  const shares = sharesOf(ranked.map(allOf));
  return {
    total: sumOf([called, byTime]),
    called,
    byTime,
    groups: new Map(
      ranked.map(({ key }, at) => {
        const [ofCalls, ofTime] = [calledShown.get(key) ?? "0", byTimeShown.get(key) ?? "0"];
        const share = shares[at] ?? "0";
        return [key, { called: ofCalls, byTime: ofTime, all: sumOf([ofCalls, ofTime]), share }];
      }),
    ),
  };
}

/** Groups that are made of others, as categories are of features: each is written as the sum of its parts. */
export function shownSums({ groups, ...sums }: ShownCharges, nameOf: (key: string) => string): ShownCharges {
  const summed = new Map<string, ShownGroup>();
  for (const [key, part] of groups) {
    const name = nameOf(key);
    const known = summed.get(name);
    summed.set(name, known ? together(known, part) : part);
  }
  return { ...sums, groups: summed };
}

/** Rows of usage with their category, by one of their names, as `shownCharges` takes them. */
export function chargedGroups<Row extends { category?: string; charge: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ChargedGroup[] {
  const found = new Map<string, { called: string[]; byTime: string[] }>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = found.get(key) ?? { called: [], byTime: [] };
    found.set(key, known);
    known[isCalled(row.category ?? "") ? "called" : "byTime"].push(row.charge);
  }
  return [...found].map(([key, { called, byTime }]) => ({
    key,
    called: sumOf(called),
    byTime: sumOf(byTime),
  }));
}

/**
 * The days of usage, each with its charge, so that they come to what their total is written as. A day's own page rounds it by itself, and sums of what was rounded
 * are not the rounded sum: as many days as that lacks or has too much differ from their pages by one of the last decimal, and no other does.
 */
export function shownDays(days: ReadonlyMap<string, string>, total: string): ReadonlyMap<string, string> {
  const sorted = bySize(
    [...days].map(([key, charge]) => ({ key, charge })),
    ({ charge }) => charge,
  );
  const shown = roundToSum(
    sorted.map(({ charge }) => charge),
    4,
    total,
  );
  return new Map(sorted.map(({ key, charge }, at) => [key, shown[at] ?? charge]));
}

/** Whether an amount can be written so: it is not where usage came in between two looks. */
function isNear(written: string, exact = "0"): boolean {
  const off = parseScaled(written, 9) - parseScaled(exact, 9);
  return off < STEP_NANO && off > -STEP_NANO;
}

function together(left: ShownGroup, right: ShownGroup): ShownGroup {
  return {
    called: sumOf([left.called, right.called]),
    byTime: sumOf([left.byTime, right.byTime]),
    all: sumOf([left.all, right.all]),
    share: sumOf([left.share, right.share]),
  };
}

function rounded(
  groups: readonly ChargedGroup[],
  of: (group: ChargedGroup) => string,
  total: string,
): Map<string, string> {
  const sorted = bySize(groups, of);
  const shown = roundToSum(sorted.map(of), 4, total);
  return new Map(sorted.map((group, at) => [group.key, shown[at] ?? of(group)]));
}

// Equal amounts go by their names, so that the order of a query decides nothing.
function bySize<Group extends { key: string }>(
  groups: readonly Group[],
  of: (group: Group) => string,
): Group[] {
  return groups.toSorted((left, right) => {
    const apart = parseScaled(of(right), 9) - parseScaled(of(left), 9);
    if (apart !== 0n) return apart > 0n ? 1 : -1;
    return left.key < right.key ? -1 : 1;
  });
}
