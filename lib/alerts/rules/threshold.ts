import type { Unit } from "@/lib/values/ids";
import { type Nano, nano } from "@/lib/values/money";
import type { Role } from "@/lib/values/context";

export const ALERT_KINDS = ["used_percent", "remaining_percent", "amount"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** When somebody is told of a wallet: at a share of what it held when credit was last added, or at an amount. */
export interface Mark {
  kind: AlertKind;
  /** Whole percent, or an amount in the wallet's unit. */
  value: bigint;
}

export interface Threshold extends Mark {
  unit: Unit;
  inBanner: boolean;
  byEmail: boolean;
  /** Told to the account's own systems, where one of their endpoints listens. */
  byWebhook: boolean;
  /** Who gets the mail: members by their role, and addresses. */
  roles: readonly Role[];
  emails: readonly string[];
  isEnabled: boolean;
}

/** A threshold's name in the books: made again, it is the same one. */
export function keyOf({ kind, value }: Mark): string {
  return `${kind}:${value}`;
}

/**
 * The highest balance at which the threshold is reached; null when it cannot be, because a share of nothing is nothing.
 * Rounded down, so that "80 %" is reached when 80 % are used, and not a billionth earlier.
 */
export function levelOf({ kind, value }: Mark, allocation: Nano): Nano | null {
  if (kind === "amount") return nano(value);
  if (allocation <= 0n) return null;
  const percentLeft = kind === "used_percent" ? 100n - value : value;
  return nano((allocation * percentLeft) / 100n);
}

/** True when the balance has come down to the threshold. */
export function isReached(mark: Mark, balance: Nano, allocation: Nano): boolean {
  const level = levelOf(mark, allocation);
  return level !== null && balance <= level;
}

/** Nothing left: watched whatever thresholds there are, because the account's own systems are told of it. */
export const NOTHING_LEFT = { kind: "amount", value: 0n } as const satisfies Mark;

/** What the ledger is asked to watch: it leaves a task when a balance falls below, and a threshold is reached at its level. */
export function watchedLevels(marks: readonly Mark[], allocation: Nano): Nano[] {
  const levels = marks.flatMap((mark) => levelOf(mark, allocation) ?? []);
  return [...new Set(levels)].map((level) => nano(level + 1n)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Of some thresholds the one with the least left at it: what people are told when several are reached at once. */
export function highest<M extends Mark>(marks: readonly M[], allocation: Nano): M | null {
  return marks.reduce<M | null>((worst, mark) => {
    const level = levelOf(mark, allocation);
    const least = worst && levelOf(worst, allocation);
    return level !== null && (least === null || level < least) ? mark : worst;
  }, null);
}

/** In the order in which a balance comes down to them, whatever their kind; what cannot be reached comes last. */
export function byWhatIsLeft<M extends Mark>(marks: readonly M[], allocation: Nano): M[] {
  return marks.toSorted((one, other) => {
    const [left, right] = [levelOf(one, allocation), levelOf(other, allocation)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return left > right ? -1 : left < right ? 1 : 0;
  });
}
