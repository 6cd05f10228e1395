import dynamic from "next/dynamic";
import { Amount, Worth } from "@/components/ui/amount";
import { isCalled } from "@/lib/metering/rules/categories";
import { displayCount, displayShortCount, plural } from "@/lib/values/display/count";
import type { DayRange } from "@/lib/values/display/date-presets";
import { displayRange, displayShortRange } from "@/lib/values/display/time";
import { changeInWords } from "./change";
import { totalOf, type UsageLine } from "./group-usage";

// Few have any: their script comes for those who have.
const ReRated = dynamic(() => import("./re-rated").then((parts) => parts.ReRated));

interface UsageTotalsProps {
  lines: readonly UsageLine[];
  days: DayRange;
  before: DayRange | null;
  creditValue: string;
}

/** What the lines of chart and table come to, in words: the answer before its parts. */
export function UsageTotals({ lines, days, before, creditValue }: UsageTotalsProps) {
  const total = totalOf(lines);
  const { charge, input, output, toolRuns } = total;
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm tabular-nums">
        <span className="text-lg font-semibold tracking-tight">
          <Amount value={charge} creditValue={creditValue} aligned />{" "}
          <span className="text-sm font-medium text-ink-muted">ECU</span>
        </span>
        <Worth value={charge} creditValue={creditValue} />
        <span className="text-ink-muted">
          for <Counted lines={lines} />,{" "}
          <span className="whitespace-nowrap">{displayShortCount(input)} tokens in</span> and{" "}
          <span className="whitespace-nowrap">{displayShortCount(output)} out</span>
          {toolRuns > 0 && (
            <>
              , <span className="whitespace-nowrap">{plural(toolRuns, "tool run")}</span>
            </>
          )}
          , <span className="whitespace-nowrap">{displayRange(days.from, days.to)}</span>
        </span>
        {before && (
          <span
            className="rounded-md bg-sunken px-2 py-0.5 text-xs text-ink"
            title={`${displayCount(total.before?.calls ?? 0)} usage events before`}
          >
            {changeInWords(charge, total.before?.charge ?? "0", displayShortRange(before.from, before.to))}
          </span>
        )}
      </p>
      {(total.reRated !== "0" || total.runsReRated !== 0) && <ReRated {...total} creditValue={creditValue} />}
    </div>
  );
}

/** How many usage events there were; where their categories are known, which of them were calls. */
function Counted({ lines }: { lines: readonly UsageLine[] }) {
  const count = (of: readonly UsageLine[]) => of.reduce((sum, { calls }) => sum + calls, 0);
  const all = count(lines);
  if (lines.some(({ category }) => category === "")) return plural(all, "usage event");
  const called = count(lines.filter(({ category }) => isCalled(category)));
  if (called === all) return plural(all, "API call");
  return (
    <>
      {plural(called, "API call")} and{" "}
      <span title="Cycles of instances, days of storage, and what else is metered by time">
        {plural(all - called, "other usage event")}
      </span>
    </>
  );
}
