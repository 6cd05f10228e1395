import { displayChange } from "@/lib/values/display/change";
import { parseScaled } from "@/lib/values/money";

/** How an amount moved against the period before. More is neither good nor bad: it has no colour. */
export function Change({ now, before }: { now: string; before: string }) {
  const [after, was] = [parseScaled(now, 9), parseScaled(before, 9)];
  if (after === 0n && was === 0n) return <span className="text-ink-muted">—</span>;
  return <span className="whitespace-nowrap tabular-nums">{displayChange(after, was) ?? "new"}</span>;
}

/** "+12 % vs 22 Sep – 21 Oct". */
export function changeInWords(now: string, before: string, days: string): string {
  const change = displayChange(parseScaled(now, 9), parseScaled(before, 9));
  return change === null ? `nothing in ${days}` : `${change} vs ${days}`;
}
