import type { Nano } from "@/lib/values/money";
import { nano, ZERO } from "@/lib/values/money";

/** What a weekday usually comes to, in nano-credits. */
export interface UsualRange {
  from: Nano;
  to: Nano;
}

const WEEK = 7;
/** As many days as are looked back on: eight of each weekday. */
export const LOOKED_AT_DAYS = 8 * WEEK;
/** Fewer days of a weekday say nothing. */
const LEAST = 4;
/** How many median deviations a day may be away from its weekday's middle. */
const DEVIATIONS = 6n;
/** Nobody is woken for less than this much above. */
const LEAST_ABOVE = 5_000_000_000n;

/**
 * The range in which a day usually lies, by the days before it, newest last: the middle of its weekday, and around it six times what those days are usually
 * off it, at least as much again as the middle, half of what an average day comes to, and 5 ECU. One wild day among them hardly moves it. Null while the
 * account is too young to tell.
 */
export function usualRange(before: readonly Nano[]): UsualRange | null {
  const begun = before.findIndex((spent) => spent !== ZERO);
  const past = begun < 0 ? [] : before.slice(begun).slice(-LOOKED_AT_DAYS);
  // Counted back from the day itself: the last of the list is yesterday.
  const same = past.filter((_, index) => (past.length - index) % WEEK === 0);
  if (same.length < LEAST) return null;
  const middle = median(same);
  const off = median(same.map((spent) => (spent > middle ? spent - middle : middle - spent)));
  const room = [off * DEVIATIONS, middle, median(past) / 2n, LEAST_ABOVE].reduce((most, one) =>
    one > most ? one : most,
  );
  const low = middle - off * DEVIATIONS;
  return { from: nano(low > 0n ? low : 0n), to: nano(middle + room) };
}

/** True for a day far above its weekday's usual range. */
export function isUnusual(spent: Nano, usual: UsualRange | null): usual is UsualRange {
  return usual !== null && spent > usual.to;
}

function median(values: readonly bigint[]): bigint {
  const sorted = [...values]
    .map((value) => (value > 0n ? value : 0n))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0n;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0n) + upper) / 2n;
}
