import { Amount, Worth } from "@/components/ui/amount";
import { displayShortCount, plural } from "@/lib/values/display/count";
import type { DayRange } from "@/lib/values/display/date-presets";
import { displayRange } from "@/lib/values/display/time";
import { totalOf, type UsageLine } from "./group-usage";

interface UsageTotalsProps {
  lines: readonly UsageLine[];
  days: DayRange;
  creditValue: string;
}

/** What the lines of chart and table come to: the answer before its parts. */
export function UsageTotals({ lines, days, creditValue }: UsageTotalsProps) {
  const { charge, calls, input, output } = totalOf(lines);
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm tabular-nums">
      <span className="text-lg font-semibold tracking-tight">
        <Amount value={charge} creditValue={creditValue} aligned />{" "}
        <span className="text-sm font-medium text-ink-muted">ECU</span>
      </span>
      <Worth value={charge} creditValue={creditValue} />
      <span className="text-ink-muted">
        for {plural(calls, "call")}, {displayShortCount(input)} tokens in and {displayShortCount(output)} out,{" "}
        <span className="whitespace-nowrap">{displayRange(days.from, days.to)}</span>
      </span>
    </p>
  );
}
