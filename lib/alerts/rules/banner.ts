import type { Unit } from "@/lib/values/ids";
import { displayCount } from "@/lib/values/display/count";
import type { Nano } from "@/lib/values/money";
import { highest, isReached, levelOf, type Threshold } from "./threshold";
import { amountInWords, reachedInWords } from "./words";

/** How bad somebody found a banner when they put it away. */
export interface Dismissed {
  topic: string;
  series: string;
  rank: bigint;
}

/** What stands above a page. Who puts it away names topic, series and rank; a fixed one stays until it is over. */
export interface AlertBanner {
  topic: string;
  series: string;
  /** As text, because it goes to the browser. */
  rank: string;
  isFixed: boolean;
  tone: "note" | "warn" | "bad";
  title: string;
  text: string;
  button: { label: string; href: string };
}

interface Wallet {
  unit: Unit;
  balance: Nano;
  allocation: Nano;
  allocationSeq: bigint;
  /** What ended by its time unused since something was added, where all of it was free. */
  expired: Nano;
}

const STEPS: Readonly<Record<Unit, { label: string; href: string }>> = {
  credit: { label: "Add credit", href: "/billing/buy" },
  tool_run: { label: "Ask for more runs", href: "/billing/buy#volume" },
};

/**
 * The banner of a wallet: the highest threshold that its balance has come down to. With nothing left it is fixed; that no credit
 * is left is said by a notice of its own, which is live.
 */
export function bannerOf(wallet: Wallet, thresholds: readonly Threshold[]): AlertBanner | null {
  const { unit, balance, allocation, allocationSeq, expired } = wallet;
  const of = { topic: unit, series: allocationSeq.toString(), button: STEPS[unit] };
  if (balance <= 0n)
    return unit === "credit" || allocationSeq === 0n
      ? null
      : { ...of, ...NO_RUNS, ...(expired > 0n && { title: expiredTitle(expired) }) };
  const reached = thresholds.filter(
    (one) => one.isEnabled && one.inBanner && isReached(one, balance, allocation),
  );
  const worst = highest(reached, allocation);
  const level = worst && levelOf(worst, allocation);
  if (!worst || level === null) return null;
  const left = balance * 4n;
  return {
    ...of,
    // Less that is left is worse.
    rank: (-level).toString(),
    isFixed: false,
    tone: left < allocation ? "warn" : "note",
    title: `${reachedInWords(worst, unit)}.`,
    text: `${amountInWords(balance, unit)} of ${amountInWords(allocation, unit)} ${unit === "credit" ? "is" : "are"} left.`,
  };
}

function expiredTitle(expired: Nano): string {
  return `Your free tool runs have expired: ${displayCount(expired)} were left.`;
}

const NO_RUNS = {
  rank: "0",
  isFixed: true,
  tone: "bad",
  title: "100 % of your tool runs are used.",
  text: "Tools that ask for a run first are refused until runs are added. Everything that costs credits works as before.",
} as const;

/** True when somebody has put this one away, or one of the same series that was worse. */
export function isDismissed(
  { topic, series, rank, isFixed }: AlertBanner,
  dismissed: readonly Dismissed[],
): boolean {
  const found = dismissed.find((one) => one.topic === topic && one.series === series);
  return !isFixed && found !== undefined && BigInt(rank) <= found.rank;
}
