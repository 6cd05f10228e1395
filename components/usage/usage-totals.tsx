import { Amount, Worth } from "@/components/ui/amount";
import { StatCard } from "@/components/ui/card";
import { displayCount, displayShortCount } from "@/lib/values/display/count";
import { displayRange } from "@/lib/values/display/time";
import type { DayRange } from "@/lib/values/display/date-presets";
import { type UsageLine, totalOf } from "./group-usage";

/** What the lines of chart and table come to: the answer first. */
export function UsageTotals({
  lines,
  days,
  creditValue,
}: {
  lines: readonly UsageLine[];
  days: DayRange;
  creditValue: string;
}) {
  const { charge, calls, input, output } = totalOf(lines);
  return (
    <dl className="grid gap-3 sm:grid-cols-3" aria-label={`Total of ${displayRange(days.from, days.to)}`}>
      <StatCard
        label="Cost of calls"
        value={
          <>
            <Amount value={charge} creditValue={creditValue} aligned />{" "}
            <span className="text-sm font-medium text-ink-muted">ECU</span>
          </>
        }
        note={
          <>
            <Worth value={charge} creditValue={creditValue} /> · {displayRange(days.from, days.to)}
          </>
        }
      />
      <StatCard label="Calls" value={displayCount(calls)} />
      <StatCard
        label="Tokens"
        value={
          <span title={`${displayCount(input + output)} tokens`}>{displayShortCount(input + output)}</span>
        }
        note={`${displayShortCount(input)} input · ${displayShortCount(output)} output`}
      />
    </dl>
  );
}
