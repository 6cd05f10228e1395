import type { ReactNode } from "react";
import { displayChange } from "@/lib/values/display/change";
import type { DayRange } from "@/lib/values/display/date-presets";
import { displayShortRange } from "@/lib/values/display/time";
import { parseScaled } from "@/lib/values/money";

/** How an amount moved against the period before. More is neither good nor bad: it has no colour. */
export function Change({ now, before }: { now: string; before: string }) {
  const [after, was] = [parseScaled(now, 9), parseScaled(before, 9)];
  if (after === 0n && was === 0n) return <span className="text-ink-muted">—</span>;
  return <span className="whitespace-nowrap tabular-nums">{displayChange(after, was) ?? "new"}</span>;
}

/** The same beside the amount itself, where there is no room for columns of what was before. */
export function ChangeBeside(moved: { now: string; before: string }) {
  return (
    <span className="mr-2 text-xs font-normal text-ink-muted wide:hidden">
      <Change {...moved} />
    </span>
  );
}

/** The note of a card: how its amount moved, or without a comparison what else there is to say. */
export function changeNote(
  now: string,
  before: { days: DayRange; amount: string } | null,
  otherwise?: string,
): ReactNode {
  if (before === null) return otherwise;
  return changeInWords(now, before.amount, displayShortRange(before.days.from, before.days.to));
}

/** "+12 % vs 22 Sep – 21 Oct", in which the days stay together. */
export function changeInWords(now: string, before: string, days: string): ReactNode {
  const change = displayChange(parseScaled(now, 9), parseScaled(before, 9));
  return (
    <>
      {change === null ? "nothing in" : `${change} vs`} <span className="whitespace-nowrap">{days}</span>
    </>
  );
}
